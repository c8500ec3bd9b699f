/** What nobody types, but may paste. */
export const STRANGE_QUERIES: readonly string[] = [
  'b d f g k l m n p t',
  'the of and to in a is that for',
  'de '.repeat(400),
  'bade'.repeat(300),
  '"of the united nations"',
  '-the -of nations',
  'a'.repeat(5000),
  '防衛費の増額について議論する'.repeat(20),
  'Ωμέγα été كتاب हिन्दी 방위비 '.repeat(40),
  'Rüstungskontrollabkommen verpflichtet Mitgliedsstaaten gemeinschaftlich Ausgaben anzuheben ' +
    'wobei Politiker unterschiedlicher Fraktionen bezweifeln dass Haushaltsmittel ausreichen ' +
    'werden darüber hinaus fordern Abgeordnete Transparenz gegenüber Öffentlichkeit sowie ' +
    'parlamentarische Kontrolle sämtlicher Vorhaben innerhalb nächster Legislaturperiode',
];
