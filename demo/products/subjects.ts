import type { Words } from '../words/grammar'

/** What a card, a figurine or a print is of: its title in both languages, and the kind of picture that shows it. */
export type Subject = { title: Words; kind?: string }

const pairs = (text: string): Words[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [fr = '', en = ''] = line.split('|').map((part) => part.trim())
      return { fr, en }
    })

const BEINGS: Record<string, Words[]> = {
  tower: pairs(`La Tour|The Tower\nLe Donjon|The Keep\nLe Phare|The Beacon\nLa Citadelle|The Citadel`),
  golem: pairs(
    `Le Golem|The Golem\nLe Colosse|The Colossus\nLe Gardien de pierre|The Stone Warden\nLe Passeur|The Ferryman`,
  ),
  serpent: pairs(`Le Serpent|The Serpent\nLa Vouivre|The Wyvern\nL’Anguille|The Eel\nLa Guivre|The Lindworm`),
  phoenix: pairs(
    `Le Phénix|The Phoenix\nL’Oiseau-tison|The Emberbird\nLe Héraut ailé|The Winged Herald\nLa Braise|The Ember`,
  ),
  crystal: pairs(`Le Cristal|The Crystal\nLa Géode|The Geode\nL’Aiguille|The Needle\nLe Prisme|The Prism`),
  owl: pairs(
    `La Chouette|The Owl\nLe Grand-duc|The Eagle Owl\nLa Veilleuse|The Watcher\nL’Oracle|The Oracle`,
  ),
  knight: pairs(
    `Le Chevalier|The Knight\nLa Capitaine|The Captain\nL’Écuyère|The Squire\nLe Banneret|The Banneret`,
  ),
  sprite: pairs(`La Sylphe|The Sylph\nLe Lutin|The Imp\nL’Éphémère|The Mayfly\nLa Semeuse|The Sower`),
}

const OF = pairs(
  `des brumes|of the Mists\ndu gué noir|of the Black Ford\nde cendre|of Ash\ndes neiges hautes|of the High Snows\naux mille clefs|of a Thousand Keys\nd’avant l’aube|before Dawn\ndu dernier port|of the Last Harbour\nde sel|of Salt\ndes racines|of the Roots\nsans nom|without a Name\ndes marées|of the Tides\nd’Orval|of Orval\nde minuit|of Midnight\ndes forges éteintes|of the Cold Forges\ndu vent d’est|of the East Wind\naux lanternes|of the Lanterns`,
)

const ROLES = pairs(
  `La cartographe|The Mapmaker\nLe veilleur|The Watchman\nL’herboriste|The Herbalist\nLe forgeron|The Blacksmith\nLa messagère|The Messenger\nLe colporteur|The Pedlar\nLa fauconnière|The Falconer\nLe passeur|The Ferryman\nL’archiviste|The Archivist\nLe braconnier|The Poacher\nLa luthière|The Lute Maker\nLe capitaine|The Captain\nLa guérisseuse|The Healer\nLe mage|The Mage\nL’éclaireuse|The Scout\nLe moine|The Monk`,
)
const PLACES = pairs(
  `du col Blanc|of the White Pass\nde la vallée close|of the Closed Valley\ndu pont aux Ânes|of Donkey Bridge\ndes îles Basses|of the Low Isles\nde Hautecombe|of Highcombe\ndu bois Muet|of the Silent Wood\ndes salines|of the Salt Pans\ndu vieux port|of the Old Harbour`,
)

const across = (left: readonly Words[], right: readonly Words[]): Words[] =>
  left.flatMap((a) => right.map((b) => ({ fr: `${a.fr} ${b.fr}`, en: `${a.en} ${b.en}` })))
const plain = (titles: readonly Words[]): Subject[] => titles.map((title) => ({ title }))
const ofKind = (kind: string, titles: readonly Words[]): Subject[] => titles.map((title) => ({ title, kind }))
const same = (names: readonly string[]): Words[] => names.map((name) => ({ fr: name, en: name }))

const CAST = pairs(
  `patine brune|in brown patina\npatine verte|in green patina\nfinition claire|in a pale finish\nfinition sombre|in a dark finish`,
)

const SUBJECTS: Record<string, Subject[]> = {
  'cartes-a-l-unite': Object.entries(BEINGS).flatMap(([kind, beings]) => ofKind(kind, across(beings, OF))),
  'tapis-de-jeu': plain(
    pairs(
      `Le gué au matin|The Ford at Daybreak\nLa dernière lanterne|The Last Lantern\nLes forges de nuit|The Forges by Night\nLe col sous la neige|The Pass under Snow\nLe port englouti|The Drowned Harbour\nL’aube d’Orval|Dawn over Orval\nLe jardin de verre|The Glass Garden\nLa veille|The Vigil\nLe pont des marées|The Bridge of Tides\nLe bois muet|The Silent Wood\nLa tour penchée|The Leaning Tower\nLes mille clefs|A Thousand Keys\nLe vent d’est|The East Wind\nLa moisson bleue|The Blue Harvest`,
    ),
  ),
  figurines: plain(across(ROLES, PLACES)),
  'robots-en-tole': plain(
    across(
      pairs(
        `Robot Atomo|Atomo Robot\nRobot Comète|Comet Robot\nRobot Pionnier|Pioneer Robot\nRobot Vulcain|Vulcan Robot\nRobot Zéphyr|Zephyr Robot\nRobot Orbite|Orbit Robot`,
      ),
      same(['3', '5', '7', '9', '12', '21']),
    ),
  ),
  statuettes: [
    ...ofKind(
      'cat',
      across(pairs(`Chat assis|Seated Cat\nChat aux aguets|Watchful Cat\nChat au repos|Resting Cat`), CAST),
    ),
    ...ofKind(
      'bust',
      across(
        pairs(
          `Buste de poète|Bust of a Poet\nBuste de jardinier|Bust of a Gardener\nBuste d’astronome|Bust of an Astronomer`,
        ),
        CAST,
      ),
    ),
    ...ofKind(
      'horse',
      across(
        pairs(`Tête de cheval|Horse’s Head\nCheval de trait|Draught Horse\nCheval d’échecs|Chess Horse`),
        CAST,
      ),
    ),
  ],
  'miniatures-automobiles': plain(
    across(
      same(['Vernay', 'Astor', 'Lorrimer', 'Delmas', 'Corvane', 'Hautecour', 'Mistralle', 'Borelle']),
      same(['1200', 'GT', 'Six', 'Azur', 'Sprint', '850', 'Vitesse', 'Royale']),
    ),
  ),
  'monnaies-et-medailles': plain(
    across(
      pairs(
        `Médaille de l’exposition|Exhibition medal,\nMédaille du centenaire|Centenary medal,\nJeton de corporation|Guild token,\nMédaille du concours agricole|Agricultural show medal,`,
      ),
      pairs(
        `de Montclar|Montclar\nde Vieux-Pont|Vieux-Pont\nde Saint-Aubin|Saint-Aubin\nde Hautecombe|Hautecombe\nde Port-Louvet|Port-Louvet\nd’Orval|Orval`,
      ),
    ),
  ),
  timbres: [
    ...ofKind(
      'birds',
      pairs(
        `Oiseaux des marais|Marsh Birds\nRapaces|Birds of Prey\nOiseaux de jardin|Garden Birds\nMigrateurs|Migrants\nChants du soir|Evening Song`,
      ),
    ),
    ...ofKind(
      'ships',
      pairs(
        `Voiliers|Sailing Ships\nPaquebots|Ocean Liners\nBateaux de pêche|Fishing Boats\nGrandes régates|Great Regattas\nPhares et rades|Lights and Roadsteads`,
      ),
    ),
    ...ofKind(
      'mountains',
      pairs(
        `Sommets|Summits\nCols et vallées|Passes and Valleys\nGlaciers|Glaciers\nRefuges|Mountain Huts\nVolcans|Volcanoes`,
      ),
    ),
    ...ofKind(
      'flowers',
      pairs(
        `Fleurs des champs|Wild Flowers\nRoses anciennes|Old Roses\nFlore alpine|Alpine Flowers\nOrchidées|Orchids\nHerbiers|Herbaria`,
      ),
    ),
  ],
  'disques-vinyles': plain(
    same([
      'Les Heures Lentes – Quai numéro neuf',
      'Mira Saule – Chambres avec vue',
      'Trio Lampadaire – Nocturnes',
      'The Paper Anchors – Low Tide',
      'Nadir – Second Sleep',
      'Orchestre de la Gare – Correspondances',
      'Tom Varenne – Sept routes',
      'Glass Orchard – Windfall',
      'Les Ponts Mobiles – Crue',
      'Ada Lorn – Small Weather',
      'Quatuor Méridien – Midi',
      'The Salt Roads – Inland',
      'Bruine – Plein ciel',
      'Jun Okabe Trio – Lanterns',
      'Maison Fauve – Premier étage',
      'Cold Harbour Choir – Vespers',
      'Les Arpenteurs – Cadastre',
      'Night Ferry – Crossing',
      'Élise Morane – À voix basse',
      'The Clockmakers – Escapement',
      'Vague Noire – Sable',
      'Old Orchard Band – Cider Year',
      'Passerelle – Rive gauche, rive droite',
      'Slow Signals – Distance',
    ]),
  ),
  'affiches-et-plaques': plain(
    pairs(
      `Le phare au matin|The Lighthouse at Dawn\nGrand prix d’automne|Autumn Grand Prix\nLes toits de la vieille ville|Roofs of the Old Town\nSoleil sur les dunes|Sun over the Dunes\nGarage du pont|The Garage by the Bridge\nRallye des cols|Rally of the Passes\nLe marché du samedi|Saturday Market\nTrain de nuit|Night Train\nLa baie en été|The Bay in Summer\nStation des neiges|Winter Resort\nHuile de course|Racing Oil\nLes quais|The Quays\nCafé de la gare|Station Café\nLe grand ballon|The Great Balloon\nFête foraine|The Fair\nL’île aux pins|Island of Pines\nMécanique générale|General Mechanics\nLa route des crêtes|The Ridge Road\nBains de mer|Sea Bathing\nAtelier du dimanche|Sunday Workshop`,
    ),
  ),
  'pins-emailles': [
    ...ofKind(
      'star',
      pairs(
        `Étoile des moissons|Harvest Star\nÉtoile du nord|North Star\nÉtoile filante|Shooting Star\nBonne étoile|Lucky Star`,
      ),
    ),
    ...ofKind(
      'shield',
      pairs(
        `Blason des vagues|Shield of Waves\nBlason du col|Shield of the Pass\nÉcu du marin|Sailor’s Crest\nBlason des collines|Shield of Hills`,
      ),
    ),
    ...ofKind(
      'moon',
      pairs(
        `Lune rousse|Red Moon\nCroissant de mer|Sea Crescent\nLune d’hiver|Winter Moon\nLune montante|Rising Moon`,
      ),
    ),
    ...ofKind(
      'leaf',
      pairs(
        `Feuille de rivière|River Leaf\nFeuille d’automne|Autumn Leaf\nJeune pousse|Young Shoot\nFeuille de thé|Tea Leaf`,
      ),
    ),
  ],
  'livres-et-catalogues': plain(
    pairs(
      `Guide de cote des miniatures|Price Guide to Model Cars\nL’art de la figurine|The Art of the Figurine\nMédailles de province|Country Medals\nCent robots en tôle|A Hundred Tin Robots\nLire un timbre|Reading a Stamp\nLes petits labels|The Small Labels\nL’émail et le feu|Enamel and Fire\nAffiches de garage|Garage Posters\nConserver et exposer|Keeping and Showing\nLe cabinet d’amateur|The Collector’s Cabinet\nVinyles rares|Rare Records\nCatalogue de vente d’hiver|Winter Sale Catalogue\nLa carte illustrée|The Illustrated Card\nSculpter à l’échelle|Sculpting to Scale`,
    ),
  ),
}

export type Game = { key: string; brand: string; sets: Words[] }

export const GAMES: readonly Game[] = [
  {
    key: 'brumes',
    brand: 'Brumes Éditions',
    sets: pairs(
      `Premières lueurs|First Light\nLe gué noir|The Black Ford\nMarée haute|High Tide\nLes mille clefs|A Thousand Keys\nLanternes|Lanterns`,
    ),
  },
  {
    key: 'kaldrem',
    brand: 'Kaldrem Games',
    sets: pairs(
      `Fer et cendre|Iron and Ash\nLes forges éteintes|The Cold Forges\nLe serment|The Oath\nHaute fournaise|Great Furnace\nSous la montagne|Under the Mountain`,
    ),
  },
  {
    key: 'astrea',
    brand: 'Astréa',
    sets: pairs(
      `Orbite|Orbit\nLes constellations perdues|The Lost Constellations\nÉclipse|Eclipse\nVent solaire|Solar Wind\nDernier méridien|Last Meridian`,
    ),
  },
  {
    key: 'lichen',
    brand: 'Ateliers du Lichen',
    sets: pairs(
      `Spores|Spores\nLe sous-bois|The Undergrowth\nRacines|Roots\nLa grande mousse|The Great Moss\nPluie d’été|Summer Rain`,
    ),
  },
]

/** The subject of the nth product of a range; the list is walked in an order of its own so that neighbours differ. */
export function subjectOf(range: string, index: number): Subject | null {
  const list = SUBJECTS[range]
  if (!list) return null
  const step = [37, 23, 11, 7, 5, 3, 1].find((size) => list.length % size !== 0 || size === 1) ?? 1
  const subject = list[(index * step) % list.length]
  const round = Math.floor(index / list.length)
  if (!subject || round === 0) return subject ?? null
  const title = {
    fr: `${subject.title.fr}, série ${round + 1}`,
    en: `${subject.title.en}, series ${round + 1}`,
  }
  return { ...subject, title }
}
