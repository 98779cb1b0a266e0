import type { Language } from '~/i18n/language'
import type { Facts } from '../families/family-plan'
import { slugOf, type Words } from '../words/grammar'
import { GAMES } from './subjects'

type Kind = 'choice' | 'number' | 'text'

export type AttributePlan = {
  key: string
  kind: Kind
  unit: string | null
  label: Words
  options: Record<string, Words>
  /** How it is said in a product's name, `{}` standing for the value. */
  said: Words
}

type Line = readonly [key: string, kind: Kind, unit: string, fr: string, en: string, said?: string]

const YES_NO = 'yes=Oui|Yes no=Non|No'

const LINES: readonly Line[] = [
  ['axle', 'choice', 'front=Avant|Front rear=Arrière|Rear', 'Essieu', 'Axle', 'essieu {}|{} axle'],
  ['side', 'choice', 'left=Gauche|Left right=Droit|Right', 'Côté', 'Side', 'côté {}|{} side'],
  ['disc_type', 'choice', 'vented=Ventilé|Vented solid=Plein|Solid', 'Type de disque', 'Disc type'],
  ['diameter_mm', 'number', 'mm', 'Diamètre', 'Diameter', 'Ø {} mm|{} mm'],
  ['thickness_mm', 'number', 'mm', 'Épaisseur', 'Thickness', 'épaisseur {} mm|{} mm thick'],
  ['width_mm', 'number', 'mm', 'Largeur', 'Width', 'largeur {} mm|{} mm wide'],
  ['height_mm', 'number', 'mm', 'Hauteur', 'Height', 'hauteur {} mm|{} mm high'],
  ['length_mm', 'number', 'mm', 'Longueur', 'Length', '{} mm|{} mm'],
  ['wear_sensor', 'choice', `${YES_NO} prepared=Préparé|Prepared`, 'Témoin d’usure', 'Wear sensor'],
  ['holes', 'number', '', 'Nombre de trous', 'Holes', '{} trous|{} holes'],
  ['bolt_circle_mm', 'number', 'mm', 'Entraxe', 'Bolt circle'],
  ['piston_mm', 'number', 'mm', 'Piston', 'Piston', 'piston {} mm|{} mm piston'],
  ['bore_mm', 'number', 'mm', 'Alésage', 'Bore', 'alésage {} mm|{} mm bore'],
  [
    'material',
    'choice',
    'aluminium=Aluminium|Aluminium cast-iron=Fonte|Cast_iron steel=Acier|Steel aluminised=Acier_aluminisé|Aluminised_steel stainless=Inox|Stainless_steel composite=Composite|Composite plastic=Plastique|Plastic carpet=Moquette|Carpet rubber=Caoutchouc|Rubber resin=Résine|Resin bronze=Bronze|Bronze marble=Marbre_reconstitué|Reconstituted_marble silver=Argent|Silver copper=Cuivre|Copper brass=Laiton|Brass leather=Simili_cuir|Faux_leather',
    'Matière',
    'Material',
  ],
  [
    'dot',
    'choice',
    'dot-3=DOT_3|DOT_3 dot-4=DOT_4|DOT_4 dot-4-lv=DOT_4_LV|DOT_4_LV dot-5-1=DOT_5.1|DOT_5.1',
    'Norme DOT',
    'DOT grade',
  ],
  ['volume_l', 'number', 'l', 'Volume', 'Volume', '{} l|{} l'],
  ['viscosity', 'text', '', 'Viscosité', 'Viscosity'],
  ['standard', 'text', '', 'Norme', 'Specification'],
  [
    'colour',
    'choice',
    'pink=Rose|Pink green=Vert|Green blue=Bleu|Blue yellow=Jaune|Yellow violet=Violet|Violet orange=Orange|Orange clear=Blanc|Clear smoked=Fumé|Smoked black=Noir|Black grey=Gris|Grey red=Rouge|Red beige=Beige|Beige',
    'Couleur',
    'Colour',
  ],
  ['season', 'choice', 'summer=Été|Summer winter=Hiver|Winter', 'Saison', 'Season'],
  [
    'filter_type',
    'choice',
    'pollen=Anti-pollen|Pollen charcoal=Charbon_actif|Activated_charcoal allergen=Antiallergène|Anti-allergen',
    'Type de filtre',
    'Filter type',
  ],
  [
    'fitting',
    'choice',
    'screw=À_visser|Spin-on element=Élément|Element inline=En_ligne|In-line cartridge=Cartouche|Cartridge',
    'Montage',
    'Fitting',
  ],
  ['fuel', 'choice', 'petrol=Essence|Petrol diesel=Diesel|Diesel', 'Carburant', 'Fuel'],
  ['thread', 'text', '', 'Filetage', 'Thread'],
  ['teeth', 'number', '', 'Nombre de dents', 'Teeth', '{} dents|{} teeth'],
  ['links', 'number', '', 'Nombre de maillons', 'Links', '{} maillons|{} links'],
  ['ribs', 'number', '', 'Nombre de nervures', 'Ribs', '{} nervures|{} ribs'],
  ['splines', 'number', '', 'Nombre de cannelures', 'Splines', '{} cannelures|{} splines'],
  ['pins', 'number', '', 'Nombre de broches', 'Pins', '{} broches|{} pins'],
  ['gap_mm', 'number', 'mm', 'Écartement', 'Gap'],
  [
    'electrode',
    'choice',
    'nickel=Nickel|Nickel platinum=Platine|Platinum iridium=Iridium|Iridium',
    'Électrode',
    'Electrode',
  ],
  ['voltage_v', 'number', 'V', 'Tension', 'Voltage', '{} V|{} V'],
  ['current_a', 'number', 'A', 'Intensité', 'Current', '{} A|{} A'],
  ['capacity_ah', 'number', 'Ah', 'Capacité', 'Capacity', '{} Ah|{} Ah'],
  ['power_w', 'number', 'W', 'Puissance', 'Power', '{} W|{} W'],
  ['power_kw', 'number', 'kW', 'Puissance', 'Power', '{} kW|{} kW'],
  ['terminal', 'choice', 'left=Gauche|Left right=Droite|Right', 'Borne positive', 'Positive terminal'],
  ['technology', 'choice', 'lead=Plomb|Lead efb=EFB|EFB agm=AGM|AGM', 'Technologie', 'Technology'],
  ['pieces', 'number', '', 'Nombre de pièces', 'Pieces', '{} pièces|{} pieces'],
  [
    'position',
    'choice',
    'left=Gauche|Left right=Droit|Right rear=Arrière|Rear upstream=Amont|Upstream downstream=Aval|Downstream',
    'Position',
    'Position',
  ],
  ['pressure_bar', 'number', 'bar', 'Pression', 'Pressure', '{} bar|{} bar'],
  ['temperature_c', 'number', '°C', 'Température', 'Temperature', '{} °C|{} °C'],
  ['wire_mm', 'number', 'mm', 'Diamètre du fil', 'Wire diameter', 'fil {} mm|{} mm wire'],
  ['cone_mm', 'number', 'mm', 'Cône', 'Taper', 'cône {} mm|{} mm taper'],
  ['damper', 'choice', 'gas=Gaz|Gas oil=Huile|Oil', 'Type d’amortisseur', 'Damper type'],
  ['socket', 'text', '', 'Culot', 'Cap'],
  [
    'light_source',
    'choice',
    'halogen=Halogène|Halogen led=LED|LED xenon=Xénon|Xenon',
    'Source lumineuse',
    'Light source',
  ],
  ['outlets', 'number', '', 'Nombre de sorties', 'Outlets'],
  [
    'adjustment',
    'choice',
    'manual=Manuel|Manual electric=Électrique|Electric folding=Électrique_rabattable|Electric_folding',
    'Réglage',
    'Adjustment',
  ],
  [
    'glass',
    'choice',
    'flat=Plan|Flat convex=Convexe|Convex heated=Convexe_dégivrant|Heated_convex',
    'Verre',
    'Glass',
  ],
  ['oil', 'text', '', 'Huile', 'Oil'],
  [
    'sensors',
    'choice',
    'parking=Radars|Parking_sensor fog=Antibrouillards|Fog_lamp washer=Lave-phares|Headlamp_washer',
    'Perçages',
    'Openings',
  ],
  [
    'finish',
    'choice',
    'primer=À_peindre|Primed black=Noire|Black chrome=Chromée|Chrome silver=Argent|Silver graphite=Graphite|Graphite diamond=Diamantée|Diamond_cut',
    'Finition',
    'Finish',
  ],
  ['force_n', 'number', 'N', 'Force', 'Force', '{} N|{} N'],
  ['stroke_mm', 'number', 'mm', 'Course', 'Stroke'],
  ['load_kg', 'number', 'kg', 'Charge', 'Load', '{} kg|{} kg'],
  ['size', 'text', '', 'Dimension', 'Size'],
  ['load_index', 'number', '', 'Indice de charge', 'Load index'],
  ['speed_index', 'text', '', 'Indice de vitesse', 'Speed index'],
  ['fuel_class', 'text', '', 'Classe de consommation', 'Fuel class'],
  ['wet_class', 'text', '', 'Adhérence sur sol mouillé', 'Wet grip'],
  ['rim', 'text', '', 'Jante', 'Rim', '{} pouces|{} inches'],
  ['offset_mm', 'number', 'mm', 'Déport', 'Offset'],
  ['seat', 'choice', 'conical=Conique|Conical spherical=Sphérique|Spherical', 'Portée', 'Seat'],
  ['valve', 'choice', 'metal=Métal|Metal rubber=Caoutchouc|Rubber', 'Valve', 'Valve'],
  ['min_height_mm', 'number', 'mm', 'Hauteur minimale', 'Minimum height'],
  ['max_height_mm', 'number', 'mm', 'Hauteur maximale', 'Maximum height'],
  ['drive', 'text', '', 'Carré', 'Drive'],
  ['torque_nm', 'number', 'Nm', 'Couple maximal', 'Maximum torque', '{} Nm|{} Nm'],
  ['screen_in', 'number', '″', 'Écran', 'Screen'],
  [
    'game',
    'choice',
    'brumes=Les_Brumes_d’Orval|Mists_of_Orval kaldrem=Les_Forges_de_Kaldrem|Forges_of_Kaldrem astrea=Astréa|Astrea lichen=Le_Peuple_Lichen|The_Lichen_Folk',
    'Jeu',
    'Game',
    '{}|{}',
  ],
  ['card_set', 'choice', '', 'Série', 'Set'],
  [
    'rarity',
    'choice',
    'common=Commune|Common uncommon=Peu_commune|Uncommon rare=Rare|Rare epic=Épique|Epic legendary=Légendaire|Legendary',
    'Rareté',
    'Rarity',
  ],
  ['cards', 'number', '', 'Nombre de cartes', 'Cards', '{} cartes|{} cards'],
  ['boosters', 'number', '', 'Nombre de boosters', 'Boosters', '{} boosters|{} boosters'],
  ['format', 'choice', 'standard=Standard|Standard japanese=Japonais|Japanese', 'Format', 'Format'],
  ['card_language', 'choice', 'fr=Français|French en=Anglais|English', 'Langue', 'Language'],
  [
    'condition',
    'choice',
    'mint=Neuf|Mint near-mint=Proche_du_neuf|Near_mint excellent=Excellent|Excellent good=Bon|Good played=Joué|Played',
    'État',
    'Condition',
  ],
  ['foil', 'choice', 'yes=Brillante|Foil no=Normale|Regular', 'Finition', 'Finish'],
  ['scale', 'text', '', 'Échelle', 'Scale'],
  [
    'mechanism',
    'choice',
    'clockwork=À_remontoir|Clockwork battery=À_piles|Battery friction=À_friction|Friction',
    'Mécanisme',
    'Movement',
  ],
  ['height_cm', 'number', 'cm', 'Hauteur', 'Height', '{} cm|{} cm'],
  ['print_size', 'text', '', 'Format', 'Size'],
  ['weight_g', 'number', 'g', 'Poids du vinyle', 'Vinyl weight', '{} g|{} g'],
  ['paper_g', 'number', 'g', 'Grammage', 'Paper weight'],
  ['gum', 'choice', 'mint=Neufs|Mint used=Oblitérés|Used', 'Gomme', 'Gum'],
  ['pages', 'number', '', 'Pages', 'Pages', '{} pages|{} pages'],
  ['year', 'number', '', 'Année', 'Year'],
  [
    'theme',
    'choice',
    'birds=Oiseaux|Birds ships=Bateaux|Ships mountains=Montagnes|Mountains flowers=Fleurs|Flowers',
    'Thème',
    'Theme',
  ],
]

const cardSets = Object.fromEntries(GAMES.flatMap(({ sets }) => sets.map((set) => [slugOf(set.fr), set])))

/** The definitions, in the order in which pages show them. */
export const attributePlans: readonly AttributePlan[] = LINES.map(([key, kind, third, fr, en, said]) => {
  const [sayFr = '{}', sayEn = '{}'] = said?.split('|') ?? []
  return {
    key,
    kind,
    unit: kind === 'number' && third ? third : null,
    label: { fr, en },
    options: key === 'card_set' ? cardSets : kind === 'choice' ? readOptions(third) : {},
    said: { fr: sayFr, en: sayEn },
  }
})

function readOptions(text: string): Record<string, Words> {
  return Object.fromEntries(
    text.split(' ').map((entry) => {
      const [option = '', words = ''] = entry.split('=')
      const [fr = '', en = ''] = words.split('|').map((word) => word.replaceAll('_', ' '))
      return [option, { fr, en }]
    }),
  )
}

const byKey = new Map(attributePlans.map((plan) => [plan.key, plan]))

export function attributePlan(key: string): AttributePlan {
  const plan = byKey.get(key)
  if (!plan) throw new Error(`no attribute is called ${key}`)
  return plan
}

/** A value as it stands inside a sentence: options in small letters unless they are names. */
export function worded(key: string, value: string | number, language: Language): string {
  const { options } = attributePlan(key)
  const option = options[String(value)]?.[language]
  if (option) return isName(key) ? option : option.toLocaleLowerCase(language)
  return typeof value === 'number' ? numberIn(value, language) : value
}

const isName = (key: string) => ['game', 'card_set', 'dot', 'technology'].includes(key)

const numbers = {
  fr: new Intl.NumberFormat('fr-FR', { useGrouping: false }),
  en: new Intl.NumberFormat('en-GB', { useGrouping: false }),
}

export const numberIn = (value: number, language: Language) => numbers[language].format(value)

/** A fact as a product's name says it: « essieu avant », "280 mm". */
export function saidInName(key: string, facts: Facts, language: Language): string {
  const value = facts[key]
  if (value === undefined) return ''
  return attributePlan(key).said[language].replace('{}', worded(key, value, language))
}
