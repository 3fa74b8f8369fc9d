import { visits } from './people-sql.ts';
import type { Query, Report } from './report.ts';
import { entrances } from './scenes.ts';

const inPeriod = 'at >= {from:DateTime}';
const peopleWho = (condition: string): Query => ({ store: 'warehouse', sql: `select distinct person as id from ${visits} where ${inPeriod} and entrance = {key:String} and ${condition}` });
const visited = peopleWho('1');
const returned = peopleWho('nth > 1');

/** K-03: does an entrance bring people back? Somebody's very first visit is no return, whichever way they came. */
export const entranceReport: Report = {
  id: 'entrances', rows: ['K-03'],
  name: { zh: '各入口的回访率', en: 'Return visits by entrance' },
  definition: {
    zh: '每个入口带来的访问中，有多少是同一个人的再次访问。一个人的第一次访问不算回访，不论从哪里进入；同一入口半小时内重复打开算一次访问。',
    en: 'Of the visits through an entrance, how many were by somebody who had been here before. The first visit of a person is no return, whichever way they came; opening again through the same entrance within half an hour is one visit.',
  },
  key: { zh: '入口', en: 'Entrance' }, keys: entrances,
  figures: [
    { id: 'visitors', name: { zh: '访客', en: 'Visitors' }, numerator: { zh: '本期从该入口进入的人', en: 'People who came in through it' }, denominator: null, unit: 'count', behind: { kind: 'contacts', numerator: visited } },
    { id: 'visits', name: { zh: '访问', en: 'Visits' }, numerator: { zh: '本期从该入口的访问', en: 'Visits through it' }, denominator: null, unit: 'count', behind: { kind: 'contacts', numerator: visited } },
    {
      id: 'returns', name: { zh: '回访率', en: 'Return-visit rate' }, numerator: { zh: '其中的回访', en: 'Of these, return visits' }, denominator: { zh: '该入口的访问', en: 'Visits through it' }, unit: 'rate',
      behind: { kind: 'contacts', numerator: returned, denominator: visited },
    },
  ],
  query: {
    store: 'warehouse',
    sql: `select entrance as key, uniqExact(person) as visitors, count() as visits, countIf(nth > 1) as returns, count() as returns_of from ${visits} where ${inPeriod} group by entrance`,
  },
};
