/** On a row of a mail: its cells stand on one line of the text version, as they do on the page. */
export const ON_ONE_LINE = { 'data-text-format': 'dataTable' }

/** The class of lines that follow one another in the text version without a blank one between. */
export const CLOSE_LINE = 'close'

/** How a mail becomes text, for who reads it without HTML. */
export const AS_TEXT = {
  selectors: [
    {
      selector: `p.${CLOSE_LINE}`,
      format: 'block',
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
    },
  ],
}
