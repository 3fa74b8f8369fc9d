import { addDays, type Text } from '@qingniao/kernel';

/** A day for which everybody posts (L-05), and from when. */
export interface Festival extends Text {
  key: string;
  /** `2026-02-17`. */
  day: string;
  /** Days before it on which brands already post for it; judged by editors, no figure is published. */
  lead: number;
  /** `high`: nearly every brand posts; `some`: many do. */
  crowding: 'high' | 'some';
}

type Rule = Text & Omit<Festival, 'day' | 'key'> & (
  | { on: 'date'; month: number; date: number }
  /** The nth weekday (0 Sunday) of a month. */
  | { on: 'weekday'; month: number; weekday: number; nth: number }
  /** Of the Chinese calendar: `lunarDays` has the days. */
  | { on: 'lunar' }
);

const rules = {
  new_year: { zh: '元旦', en: 'New Year', on: 'date', month: 1, date: 1, lead: 2, crowding: 'some' },
  valentine: { zh: '情人节', en: 'Valentine’s Day', on: 'date', month: 2, date: 14, lead: 5, crowding: 'high' },
  spring_festival: { zh: '春节', en: 'Spring Festival', on: 'lunar', lead: 10, crowding: 'high' },
  lantern: { zh: '元宵节', en: 'Lantern Festival', on: 'lunar', lead: 1, crowding: 'some' },
  womens_day: { zh: '女神节', en: 'Women’s Day', on: 'date', month: 3, date: 8, lead: 4, crowding: 'high' },
  day_520: { zh: '520', en: '520', on: 'date', month: 5, date: 20, lead: 7, crowding: 'high' },
  mothers_day: { zh: '母亲节', en: 'Mother’s Day', on: 'weekday', month: 5, weekday: 0, nth: 2, lead: 5, crowding: 'high' },
  childrens_day: { zh: '儿童节', en: 'Children’s Day', on: 'date', month: 6, date: 1, lead: 2, crowding: 'some' },
  dragon_boat: { zh: '端午节', en: 'Dragon Boat Festival', on: 'lunar', lead: 2, crowding: 'some' },
  day_618: { zh: '618', en: '618', on: 'date', month: 6, date: 18, lead: 18, crowding: 'high' },
  fathers_day: { zh: '父亲节', en: 'Father’s Day', on: 'weekday', month: 6, weekday: 0, nth: 3, lead: 3, crowding: 'some' },
  qixi: { zh: '七夕', en: 'Qixi', on: 'lunar', lead: 7, crowding: 'high' },
  teachers_day: { zh: '教师节', en: 'Teachers’ Day', on: 'date', month: 9, date: 10, lead: 1, crowding: 'some' },
  mid_autumn: { zh: '中秋节', en: 'Mid-Autumn Festival', on: 'lunar', lead: 7, crowding: 'high' },
  national_day: { zh: '国庆节', en: 'National Day', on: 'date', month: 10, date: 1, lead: 2, crowding: 'some' },
  double_eleven: { zh: '双十一', en: 'Double 11', on: 'date', month: 11, date: 11, lead: 20, crowding: 'high' },
  double_twelve: { zh: '双十二', en: 'Double 12', on: 'date', month: 12, date: 12, lead: 3, crowding: 'some' },
  christmas: { zh: '圣诞节', en: 'Christmas', on: 'date', month: 12, date: 25, lead: 10, crowding: 'high' },
} as const satisfies Record<string, Rule>;

/**
 * Days of the Chinese calendar as almanacs have them: listed, because ICU (what Intl computes with) is a day off in 2027 and
 * 2030, where the new moon is minutes from midnight.
 */
const lunarFestivals = ['spring_festival', 'lantern', 'dragon_boat', 'qixi', 'mid_autumn'] as const;
const lunarDays: Readonly<Record<number, readonly string[]>> = {
  2019: ['02-05', '02-19', '06-07', '08-07', '09-13'],
  2020: ['01-25', '02-08', '06-25', '08-25', '10-01'],
  2021: ['02-12', '02-26', '06-14', '08-14', '09-21'],
  2022: ['02-01', '02-15', '06-03', '08-04', '09-10'],
  2023: ['01-22', '02-05', '06-22', '08-22', '09-29'],
  2024: ['02-10', '02-24', '06-10', '08-10', '09-17'],
  2025: ['01-29', '02-12', '05-31', '08-29', '10-06'],
  2026: ['02-17', '03-03', '06-19', '08-19', '09-25'],
  2027: ['02-06', '02-20', '06-09', '08-08', '09-15'],
  2028: ['01-26', '02-09', '05-28', '08-26', '10-03'],
  2029: ['02-13', '02-27', '06-16', '08-16', '09-22'],
  2030: ['02-03', '02-17', '06-05', '08-05', '09-12'],
  2031: ['01-23', '02-06', '06-24', '08-24', '10-01'],
  2032: ['02-11', '02-25', '06-12', '08-12', '09-19'],
  2033: ['01-31', '02-14', '06-01', '08-01', '09-08'],
  2034: ['02-19', '03-05', '06-20', '08-20', '09-27'],
  2035: ['02-08', '02-22', '06-10', '08-10', '09-16'],
};

const years = new Map<number, Festival[]>();

/** All festivals of a year in the order of their days; those of the Chinese calendar from 2019 to 2035. */
export function festivalsOf(year: number): Festival[] {
  let found = years.get(year);
  if (!found) {
    found = listYear(year);
    years.set(year, found);
  }
  return found;
}

function listYear(year: number): Festival[] {
  return (Object.entries(rules) as [string, Rule][])
    .flatMap(([key, rule]) => {
      const day = dayOf(key, rule, year);
      return day === null ? [] : [{ key, zh: rule.zh, en: rule.en, day, lead: rule.lead, crowding: rule.crowding }];
    })
    .sort((one, other) => (one.day < other.day ? -1 : 1));
}

function dayOf(key: string, rule: Rule, year: number): string | null {
  if (rule.on === 'lunar') {
    const day = lunarDays[year]?.[lunarFestivals.findIndex((festival) => festival === key)];
    return day === undefined ? null : `${year}-${day}`;
  }
  if (rule.on === 'date') return isoDay(year, rule.month, rule.date);
  const first = new Date(Date.UTC(year, rule.month - 1, 1)).getUTCDay();
  return isoDay(year, rule.month, 1 + ((rule.weekday - first + 7) % 7) + 7 * (rule.nth - 1));
}

const isoDay = (year: number, month: number, date: number): string => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

/** Festivals for which others post on this day: its own and those ahead, the nearest first. */
export const crowdedBy = (day: string): Festival[] =>
  [...festivalsOf(Number(day.slice(0, 4))), ...festivalsOf(Number(day.slice(0, 4)) + 1)].filter((festival) => day <= festival.day && day >= addDays(festival.day, -festival.lead));
