import type { Language } from '~/i18n/language'

type Sentences = Record<Language, readonly string[]>

/** How a part that replaces another is introduced. */
export const PART_OPENINGS: Sentences = {
  fr: [
    '{Ce} est signé{e} {brand}, {line} ; sa référence est {ref}.',
    'Sous la référence {ref}, {brand}, {line}, propose {un} prêt{e} à monter.',
    '{Le} {brand} {ref} reprend les cotes de la pièce d’origine.',
    'Référence {ref} chez {brand} : {un} qui prend la place de l’ancien montage sans adaptation.',
    '{brand}, {line}, fabrique {ce} sous la référence {ref}.',
    '{Un} {brand} ({ref}) choisi{e} pour sa tenue dans le temps.',
    '{Ce} {ref} vient de chez {brand}, {line}.',
    'Avec la référence {ref}, {brand} signe {un} au niveau de la première monte.',
    'Pour refaire le montage à neuf, {brand} livre {ce} sous la référence {ref}.',
    '{Le} {ref} de {brand} va là où l’original a fait son temps.',
  ],
  en: [
    'This {one} is made by {brand}, {line}, under reference {ref}.',
    'Reference {ref} from {brand}, {line}: {a} that is ready to fit.',
    'The {brand} {ref} {one} keeps to the dimensions of the original part.',
    '{brand} lists this {one} as {ref}; it takes the place of the original without any modification.',
    '{brand}, {line}, makes this {one} under the number {ref}.',
    '{A} by {brand} ({ref}), picked because it lasts.',
    'Here is {a} from {brand}, {line}; its number is {ref}.',
    'With {ref}, {brand} offers {a} on a par with the one the car left the factory with.',
    'To make the assembly as new, {brand} supplies this {one} as {ref}.',
    'Number {ref} by {brand} goes where the original has had its day.',
  ],
}

/** How goods that replace nothing are introduced. */
export const GOODS_OPENINGS: Sentences = {
  fr: [
    '{Ce} est signé{e} {brand}, {line} ; sa référence est {ref}.',
    '{brand}, {line}, propose {ce} sous la référence {ref}.',
    '{Un} {brand} ({ref}) choisi{e} pour durer.',
    '{Ce} {ref} vient de chez {brand}, {line}.',
    'Au catalogue de {brand}, {ce} porte le numéro {ref}.',
    'Nous avons retenu {ce} de {brand}, {line}, pour sa régularité. Référence {ref}.',
  ],
  en: [
    'This {one} is made by {brand}, {line}, under reference {ref}.',
    '{brand}, {line}, offers this {one} as number {ref}.',
    '{A} by {brand} ({ref}), chosen to last.',
    'Here is {a} from {brand}, {line}; its number is {ref}.',
    'In the {brand} catalogue this {one} goes by {ref}.',
    'We picked this {one} by {brand}, {line}, for its consistency. Reference {ref}.',
  ],
}

/** How a titled piece is introduced: a figurine, a print, a record. */
export const PIECE_OPENINGS: Sentences = {
  fr: [
    '« {title} », référence {ref}, est {un} de {brand}, {line}.',
    '{brand}, {line}, signe « {title} » sous la référence {ref}.',
    'Sous le numéro {ref}, voici « {title} », {un} que l’on doit à {brand}.',
    '{Ce} intitulé{e} « {title} » sort de chez {brand} ({ref}).',
    'Numéro {ref} au catalogue de {brand}, « {title} » trouvera sa place en vitrine.',
  ],
  en: [
    '“{title}”, number {ref}, is {a} by {brand}, {line}.',
    '{brand}, {line}, signs “{title}” under number {ref}.',
    'Number {ref} is “{title}”, {a} that we owe to {brand}.',
    'Entitled “{title}”, this {one} comes from {brand} ({ref}).',
    'Number {ref} in the {brand} catalogue, “{title}” will look at home in a cabinet.',
  ],
}

export const GAME_OPENINGS: Sentences = {
  fr: [
    '{Un} de la série « {set} », pour {game}.',
    'La série « {set} » de {game}, sous la référence {ref}.',
    '{brand} publie {ce} pour {game}, série « {set} ».',
    'Pour {game} : {un} de la série « {set} », référence {ref}.',
  ],
  en: [
    '{A} from the “{set}” set, for {game}.',
    'The “{set}” set of {game}, under reference {ref}.',
    '{brand} publishes this {one} for {game}, set “{set}”.',
    'For {game}: {a} from the “{set}” set, number {ref}.',
  ],
}

export const FACTS: Sentences = {
  fr: [
    'Caractéristiques : {facts}.',
    'À vérifier avant de commander : {facts}.',
    'En bref : {facts}.',
    'Côté technique : {facts}.',
    'Les chiffres : {facts}.',
  ],
  en: [
    'Specification: {facts}.',
    'Check before you order: {facts}.',
    'In short: {facts}.',
    'The details: {facts}.',
    'By the numbers: {facts}.',
  ],
}

export const CAR_NUMBERS: Sentences = {
  fr: [
    '{Il} remplace les numéros d’origine {numbers}.',
    'Correspondances constructeur : {numbers}.',
    'Numéros d’origine équivalents : {numbers}.',
    'Si l’ancienne pièce porte {anyNumber}, c’est la bonne.',
    'Se monte à la place des références {numbers}.',
  ],
  en: [
    'It replaces original numbers {numbers}.',
    'Car makers’ equivalents: {numbers}.',
    'Equivalent original numbers: {numbers}.',
    'If the old part carries {anyNumber}, this is the one.',
    'Fits in place of {numbers}.',
  ],
}

/** What a card tells of its world. */
export const LORE: Sentences = {
  fr: [
    'On raconte qu’elle ne se montre qu’aux nuits sans lune.',
    'Ceux qui l’ont croisée parlent encore à voix basse.',
    'L’illustration se lit de près : une seconde silhouette se cache dans le décor.',
    'Un classique des parties longues, où chaque tour gagné compte double.',
    'Redoutée en début de partie, précieuse à la fin.',
    'Les joueurs prudents en glissent deux dans leur paquet, les autres une seule et le regrettent.',
    'Le texte tient en une ligne, ses conséquences en trois tours.',
    'Elle retourne une défense que l’on croyait fermée.',
    'Son coût surprend, son effet davantage.',
    'Un dessin d’atelier, repris trois fois avant d’être retenu.',
    'Associée à une carte de terrain, elle devient difficile à déloger.',
    'Une pièce d’album avant d’être une pièce de jeu.',
    'Le bord doré signale le premier tirage.',
    'Elle s’échange volontiers contre deux cartes de même rang.',
  ],
  en: [
    'They say it only shows itself on moonless nights.',
    'Those who have met it still speak of it in a whisper.',
    'Look closely at the artwork: a second figure hides in the scenery.',
    'A classic of long games, where each turn gained counts twice.',
    'Dreaded early on, treasured at the end.',
    'Careful players slip two into the deck; the others take one and regret it.',
    'The text fits on a line, and its consequences last three turns.',
    'It turns a defence that seemed closed.',
    'Its cost surprises, its effect even more.',
    'A studio drawing, redone three times before it was kept.',
    'Paired with a terrain card it is hard to dislodge.',
    'A piece for the album before it is one for the table.',
    'The gold border marks a first printing.',
    'It trades gladly for two cards of the same rank.',
  ],
}

export const CARD_OPENINGS: Sentences = {
  fr: [
    '« {title} » est une carte {rarity} de la série « {set} », pour {game}, numéro {number}.',
    'Numéro {number} de « {set} » : « {title} », carte {rarity} de {game}.',
    'Dans {game}, « {title} » appartient à la série « {set} » sous le numéro {number} ; c’est une carte {rarity}.',
    'Carte {rarity} de {game}, « {title} » porte le numéro {number} de la série « {set} ».',
  ],
  en: [
    '“{title}” is {aRarity} card from the “{set}” set of {game}, number {number}.',
    'Number {number} of “{set}”: “{title}”, {aRarity} card for {game}.',
    'In {game}, “{title}” belongs to the “{set}” set as number {number}; it is {aRarity} card.',
    '{ARarity} card of {game}, “{title}” is number {number} of the “{set}” set.',
  ],
}
