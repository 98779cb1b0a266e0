import type { Language } from '~/i18n/language'

/** What motorists and collectors say, in groups that mean the same. A shop starts with these; staff add to them. */
export const DEFAULT_SYNONYMS: Record<Language, string[][]> = {
  fr: groups(`
    plaquettes de frein, patins de frein, garnitures de frein, brake pads
    disques de frein, rotors de frein, brake discs
    machoires de frein, segments de frein, garnitures de tambour
    etrier de frein, pince de frein
    maitre cylindre de frein, maitre cylindre
    flexible de frein, durite de frein
    liquide de frein, dot 4, lockheed
    cable de frein a main, cable de frein de parking
    temoin d'usure, capteur d'usure, fil d'usure
    servofrein, mastervac, master vac, amplificateur de freinage
    capteur abs, capteur de vitesse de roue, capteur roue
    kit de freins arriere, kit tambour
    filtre a carburant, filtre a gasoil, filtre a gazole, filtre diesel, filtre a essence, filtre a fuel, filtre a mazout
    filtre d'habitacle, filtre a pollen, filtre pollen, filtre clim, filtre climatisation
    huile moteur, lubrifiant moteur, huile de vidange, engine oil
    huile de boite, huile de transmission, valvoline
    liquide de refroidissement, antigel, ldr, coolant
    adblue, additif scr, uree
    lave glace, liquide lave glace, lave vitre
    liquide de direction assistee, lds, dexron
    kit de distribution, kit distri, distri, distribution
    courroie de distribution, courroie crantee
    chaine de distribution, chaine distri
    galet tendeur, tendeur de courroie
    courroie d'accessoires, courroie d'alternateur, courroie poly v, courroie trapezoidale
    poulie de vilebrequin, poulie damper, damper
    bougies d'allumage, bougie essence, spark plug
    bougies de prechauffage, bougie diesel, bougie de chauffe, bougies de chauffe
    bobine d'allumage, crayon d'allumage, bobine crayon
    faisceau d'allumage, cables de bougies, fils de bougies
    relais de prechauffage, boitier de prechauffage
    joint de culasse, jdc
    joint spi, joint spy, joint a levre, bague d'etancheite, joint d'arbre
    gazole, gasoil, diesel, fuel, mazout
    joint de cache culbuteurs, joint de couvre culasse, joint cache culbuteur, joint cache culbu, joint de couvre culbuteur
    support moteur, silentbloc moteur, tampon moteur
    carter d'huile, carter inferieur
    turbocompresseur, turbo
    vanne egr, egr, recyclage des gaz
    debitmetre d'air, debimetre, debitmetre, maf
    injecteur, porte injecteur, nez d'injecteur
    pompe a injection, pompe haute pression, pompe hp
    pompe a carburant, pompe a essence, pompe a gasoil, pompe a gazole, pompe diesel, pompe a fuel, pompe de gavage
    boitier papillon, corps de papillon
    capteur de vilebrequin, capteur pmh, capteur de regime, pmh
    capteur d'arbre a cames, capteur aac, capteur de phase, aac
    sonde lambda, sonde a oxygene, sonde o2
    radiateur moteur, radiateur de refroidissement, radiateur d'eau
    thermostat, calorstat
    ventilateur de refroidissement, moto ventilateur, gmv, helice de refroidissement
    durite, durit
    vase d'expansion, bocal de liquide de refroidissement, bocal d'expansion
    echangeur air, intercooler, inter cooler, echangeur de turbo, radiateur d'air
    kit d'embrayage, embrayage, clutch
    volant moteur bimasse, bimasse, volant bi masse, volant moteur
    butee d'embrayage, butee hydraulique
    cardan, arbre de transmission, transmission
    soufflet de cardan, soufflet cardan, soufflet de transmission
    amortisseurs, jambe de force, shock absorber
    ressorts de suspension, ressort d'amortisseur, ressort helicoidal
    coupelle d'amortisseur, butee de suspension, butee d'amortisseur
    bras de suspension, triangle de suspension, triangle
    rotule de suspension, pivot inferieur, rotule inferieure
    biellette de barre stabilisatrice, biellette de suspension, biellette stabilisatrice, biellette, barre anti roulis
    silentbloc, silent bloc, silent-bloc, bague de suspension
    rotule de direction, rotule axiale, biellette de direction, embout de direction, rotule de biellette
    cremaillere de direction, cremaillere, boitier de direction
    pompe de direction assistee, pompe da
    kit roulement de roue, roulement de roue, roulement de moyeu
    catalyseur, pot catalytique, cata
    filtre a particules, fap, dpf
    silencieux arriere, pot d'echappement, silencieux, pot arriere
    tube d'echappement, tuyau d'echappement, ligne d'echappement, flexible d'echappement
    collecteur d'echappement, pipe d'echappement
    batterie, accu, accumulateur
    alternateur, dynamo
    demarreur, starter
    neiman, contacteur de demarrage, antivol de direction, barillet
    commodo, manette de clignotant, comodo
    leve vitre electrique, leve vitre, mecanisme de vitre
    ampoule, lampe
    phare avant, optique avant, optique, optique de phare, bloc optique, projecteur, feu avant
    feu arriere, feu stop, feux arriere, feu de freinage, bloc feu
    clignotant, feu clignotant, feu de direction, repetiteur
    feu antibrouillard, anti brouillard, antibrouillard
    balais d'essuie glace, essuie glace, essuie glaces, raclette d'essuie glace, raclette, balai, balais
    moteur d'essuie glace, moteur essuie glace
    retroviseur exterieur, retro exterieur, retro, retroviseur
    glace de retroviseur, miroir de retroviseur, verre de retroviseur
    compresseur de climatisation, compresseur clim, compresseur de clim
    condenseur de climatisation, condenseur clim, radiateur de climatisation
    climatisation, clim, ac
    bouteille deshydratante, filtre deshydrateur, deshydrateur
    pulseur d'air, ventilateur d'habitacle, ventilateur de chauffage
    resistance de ventilation, resistance de chauffage, resistance pulseur
    radiateur de chauffage, aerotherme
    pare chocs, parechoc, pare choc, bouclier
    verin de hayon, verin de coffre, verin de malle
    attelage, attache remorque, attache caravane, crochet d'attelage, boule d'attelage, boule de remorquage
    pare boue, bavette
    pneu 4 saisons, pneu toutes saisons
    pneu hiver, pneu neige
    pneu, pneumatique, tyre, tire
    jante alu, jante aluminium, jante
    vis de roue, boulon de roue, goujon de roue, ecrou de roue
    capteur de pression, tpms, valve electronique
    cle dynamometrique, cle a serrage controle
    chaines a neige, chaines neige, chaussettes neige
    chargeur de batterie, mainteneur de charge
    valise de diagnostic, valise diag, lecteur obd, obd2, obd
    avant, av
    arriere, ar
    gauche, conducteur
    droit, passager
    dracaufeu, charizard
    carapuce, squirtle
    salameche, charmander
    bulbizarre, bulbasaur
    tortank, blastoise
    florizarre, venusaur
    booster, paquet de cartes
    carte, cartes a collectionner, tcg, jcc
    figurine, statuette
  `),
  en: groups(`
    brake pads, brake linings, disc pads
    brake discs, brake rotors, rotors, disc brakes
    brake shoes, drum linings
    brake calipers, calipers, callipers
    brake booster, brake servo, servo
    handbrake cable, parking brake cable, emergency brake cable
    wear sensor, pad wear indicator
    abs sensor, wheel speed sensor
    oil filter, lube filter
    fuel filter, diesel filter, petrol filter, gas filter
    cabin filter, pollen filter, interior filter
    drain plug, sump plug
    engine oil, motor oil
    gearbox oil, transmission oil, transmission fluid
    coolant, antifreeze
    adblue, diesel exhaust fluid, def
    screenwash, washer fluid, windshield washer fluid
    timing belt kit, cambelt kit, cam belt kit
    timing belt, cambelt, cam belt
    timing chain, cam chain
    auxiliary belt, serpentine belt, fan belt, drive belt, alternator belt
    crankshaft pulley, harmonic balancer
    spark plugs, sparking plugs
    glow plugs, heater plugs, diesel plugs
    ignition coil, coil pack
    ignition leads, spark plug wires, ht leads
    cylinder head gasket, head gasket
    shaft seal, oil seal, lip seal, crank seal
    rocker cover gasket, valve cover gasket
    engine mount, motor mount
    oil sump, oil pan
    turbocharger, turbo
    egr valve, exhaust gas recirculation
    mass air flow sensor, maf sensor, air flow meter, maf
    injector, fuel injector
    injection pump, high pressure pump
    throttle body, throttle valve
    crankshaft sensor, crank sensor
    camshaft sensor, cam sensor
    lambda sensor, oxygen sensor, o2 sensor
    radiator, engine radiator
    cooling fan, radiator fan
    expansion tank, header tank, coolant reservoir
    intercooler, charge air cooler
    clutch kit, clutch
    dual mass flywheel, dmf, flywheel
    clutch release bearing, throwout bearing, concentric slave cylinder
    drive shaft, driveshaft, half shaft, cv axle, cv joint
    cv boot, driveshaft gaiter, cv gaiter
    gearbox mount, transmission mount
    shock absorbers, shocks, dampers, struts
    coil springs, road springs
    strut mount, top mount
    control arm, wishbone, suspension arm
    stabiliser link, anti roll bar link, sway bar link, drop link
    bush, bushing, silentbloc
    tie rod end, track rod end, inner tie rod
    steering rack, rack and pinion
    wheel bearing kit, wheel bearing, hub bearing
    catalytic converter, cat
    diesel particulate filter, dpf, particulate filter
    rear silencer, muffler, back box
    exhaust pipe, tailpipe
    battery, accumulator
    starter motor, starter
    ignition lock, ignition switch, ignition barrel
    steering column switch, indicator stalk, multifunction switch
    window regulator, window lifter, electric window mechanism
    bulb, lamp, light bulb
    headlight, headlamp, front light
    rear light, tail light, brake light, stop light
    indicator, turn signal, blinker
    fog light, fog lamp
    wiper blades, wipers, windshield wipers, windscreen wipers
    washer pump, windshield washer pump
    door mirror, wing mirror, side mirror, outside mirror
    ac, air conditioning, a c, aircon
    receiver drier, receiver dryer
    blower motor, heater fan
    heater core, heater matrix
    bumper, fender bar
    wing, fender, front wing
    bonnet, hood
    tailgate strut, boot strut, gas strut, trunk strut
    tow bar, trailer hitch, towbar
    mud flap, splash guard
    tyre, tire, tyres, tires
    winter tyre, snow tire
    alloy wheel, alloy rim, rim
    wheel bolt, lug bolt, lug nut, wheel nut
    tpms, tyre pressure sensor, tire pressure sensor
    torque wrench, torque spanner
    jack, car jack
    battery charger, trickle charger
    obd diagnostic tool, code reader, obd2 scanner, obd scanner
    front, fore
    rear, back
    left, nearside, driver side
    right, offside, passenger side
    booster, booster pack
    card, trading card, tcg
    figurine, figure, statuette
  `),
}

/** One group per line, its phrases between commas. */
function groups(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(',').map((phrase) => phrase.trim()))
}
