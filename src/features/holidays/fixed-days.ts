import type { TextKey } from '../../texts/translator.ts';

type HolidayKey = Extract<TextKey, `holiday.${string}`>;

/** A day that the whole country keeps (Nghị định 145/2013/NĐ-CP, Điều 4, and the days of the trades). */
export type FixedDay = { month: number; day: number; key: HolidayKey; since?: number };

/** Solar days, with the year of what they remember where there is one. */
export const FIXED_DAYS: readonly FixedDay[] = [
  { month: 1, day: 1, key: 'holiday.new_year' },
  { month: 2, day: 3, key: 'holiday.party', since: 1930 },
  { month: 2, day: 27, key: 'holiday.doctors', since: 1955 },
  { month: 3, day: 3, key: 'holiday.border_guards', since: 1959 },
  { month: 3, day: 8, key: 'holiday.women_international' },
  { month: 3, day: 26, key: 'holiday.youth_union', since: 1931 },
  { month: 4, day: 30, key: 'holiday.reunification', since: 1975 },
  { month: 5, day: 1, key: 'holiday.labour' },
  { month: 5, day: 7, key: 'holiday.dien_bien_phu', since: 1954 },
  { month: 5, day: 15, key: 'holiday.pioneers', since: 1941 },
  { month: 5, day: 15, key: 'holiday.directive_05', since: 2016 },
  { month: 5, day: 18, key: 'holiday.conclusion_01', since: 2021 },
  { month: 5, day: 19, key: 'holiday.birth_of_ho_chi_minh', since: 1890 },
  { month: 6, day: 1, key: 'holiday.children' },
  { month: 6, day: 5, key: 'holiday.departure', since: 1911 },
  { month: 6, day: 11, key: 'holiday.emulation', since: 1948 },
  { month: 6, day: 21, key: 'holiday.press', since: 1925 },
  { month: 6, day: 28, key: 'holiday.family', since: 2001 },
  { month: 7, day: 27, key: 'holiday.war_invalids', since: 1947 },
  { month: 7, day: 28, key: 'holiday.trade_union', since: 1929 },
  { month: 8, day: 1, key: 'holiday.propaganda', since: 1930 },
  { month: 8, day: 19, key: 'holiday.august_revolution', since: 1945 },
  { month: 8, day: 19, key: 'holiday.public_security', since: 1945 },
  { month: 9, day: 2, key: 'holiday.national', since: 1945 },
  { month: 9, day: 2, key: 'holiday.death_of_ho_chi_minh', since: 1969 },
  { month: 10, day: 10, key: 'holiday.digital', since: 2022 },
  { month: 10, day: 14, key: 'holiday.farmers', since: 1930 },
  { month: 10, day: 14, key: 'holiday.organisation', since: 1930 },
  { month: 10, day: 15, key: 'holiday.mass_mobilisation', since: 1949 },
  { month: 10, day: 15, key: 'holiday.youth_federation', since: 1956 },
  { month: 10, day: 16, key: 'holiday.inspection', since: 1948 },
  { month: 10, day: 18, key: 'holiday.party_offices', since: 1930 },
  { month: 10, day: 20, key: 'holiday.women', since: 1930 },
  { month: 11, day: 9, key: 'holiday.law', since: 2013 },
  { month: 11, day: 18, key: 'holiday.front', since: 1930 },
  { month: 11, day: 20, key: 'holiday.teachers', since: 1982 },
  { month: 11, day: 24, key: 'holiday.culture', since: 2026 },
  { month: 12, day: 6, key: 'holiday.veterans', since: 1989 },
  { month: 12, day: 22, key: 'holiday.army', since: 1944 },
];

/** Days of the lunar year that are kept. */
export const LUNAR_DAYS: readonly FixedDay[] = [
  { month: 1, day: 1, key: 'holiday.tet' },
  { month: 1, day: 15, key: 'holiday.first_full_moon' },
  { month: 3, day: 10, key: 'holiday.hung_kings' },
];

/** Days on which nobody is expected to meet, beside the days around Tết. */
export const DAYS_OFF: readonly FixedDay[] = [
  { month: 1, day: 1, key: 'holiday.new_year' },
  { month: 4, day: 30, key: 'holiday.reunification_off' },
  { month: 5, day: 1, key: 'holiday.labour' },
  { month: 9, day: 1, key: 'holiday.national_off' },
  { month: 9, day: 2, key: 'holiday.national_off' },
  { month: 9, day: 3, key: 'holiday.national_off' },
];
