const words = (list: string): readonly string[] => list.split(' ');

/**
 * Acronyms that readers of news and policy papers know without a long form, or that nobody spells
 * out: by judgement, kept to what would look odd spelled out. The user's setting adds to them.
 */
const COMMON = [
  // States, groups of states and bodies that are called by their letters.
  ...words(
    'NATO EU UN US USA UK UAE USSR SSR GDR NZ EEC EC EEA UNESCO UNICEF OPEC ASEAN AUKUS BRICS',
  ),
  ...words(
    'IMF WTO WHO OECD OSCE IAEA NAFTA NASA FBI CIA NSA KGB FSB GRU MI5 MI6 ISIS ISIL BBC CNN',
  ),
  ...words(
    'NPR CBS NBC ABC NBA FIFA AFP AP DPA RAND IBM MIT UCLA NYU LSE HIV AIDS COVID SARS DNA RNA',
  ),
  // Titles, degrees, firms and parts of dates and numbers.
  ...words(
    'AD BC CE BCE AM PM GMT UTC CET EST PhD MA MSc BA BSc MBA LLM LLC PLC CEO CFO CTO CIO COO',
  ),
  ...words('MP MPs MEP VIP VP PR HR GDP GNP VAT ID FAQ PS NB OK TV DVD CD CV NGO FY'),
  // Computing and everyday technology.
  ...words(
    'AI IT ICT PC PDF HTML CSS XML JSON CSV HTTP HTTPS URL API USB GPS SMS SIM LED LCD DIY WiFi',
  ),
  ...words('CPU GPU RAM ROM OS UI UX QR RFID SQL VPN'),
  // Editorial marks and units.
  ...words('TODO FIXME TBD TBC TBA XXX NN ISBN ISSN DOI PMID ISO IEC DIN RFC'),
  ...words('KM KG MW GW KW MWh GWh KWh TWh MHz GHz KHz MB GB TB KB HP'),
  ...words('USD EUR GBP JPY KRW AUD NZD CHF CNY'),
  // Conferences of the parties and gases, which go by these letters and numbers.
  ...words('COP CO2 CH4 N2O'),
  // Ships' prefixes: what follows is a name.
  ...words('USS HMS HMAS HMNZS HMCS JS ROKS RMS'),
];

/** The built-in common acronyms, without the s of a plural. */
export const COMMON_ACRONYMS: ReadonlySet<string> = new Set(COMMON);
