import sanitizeHtml from 'sanitize-html'

/** Our descriptions are plain text in paragraphs: what HTML there is becomes that, and nothing of it can run. */
export function textOfHtml(html: string): string {
  const clean = sanitizeHtml(html.replace(/\r\n?/g, '\n'), {
    allowedTags: ['p', 'div', 'br', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'table'],
    allowedAttributes: {},
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'template', 'title', 'svg', 'math'],
  })
  return clean
    .replace(/[ \t\n\f]+/g, ' ')
    .replace(/<br \/> ?/g, '\n')
    .replace(/<li> ?/g, '\n• ')
    .replace(/<\/(p|div|ul|ol|h[1-6]|table)>/g, '\n\n')
    .replace(/<(p|div|ul|ol|h[1-6]|table)>/g, '\n\n')
    .replace(/<\/tr>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const TAG = /<\/?(p|br|div|span|ul|ol|li|h[1-6]|b|strong|i|em|a|table|td|script|style|img|iframe)\b[^>]*>/i

export function looksLikeHtml(text: string): boolean {
  return TAG.test(text)
}
