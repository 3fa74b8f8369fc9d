import { BothTexts, nullable, oneOf } from '@qingniao/access';
import { Type } from 'typebox';
import { BenchmarkReply } from '../benchmarks/index.ts';
import { PeriodFields } from '../route-fields.ts';

const number = nullable(Type.Number());
const Place = nullable(Type.Object({
  rank: Type.Integer({ description: '1 is the highest' }), of: Type.Integer(),
  percentile: Type.Number({ description: 'Share of the others that are lower, equal ones counting half; 0 to 1' }),
}));
const places = Type.Object({ followers: Place, growth: Place, pushesAMonth: Place, articlesAPush: Place, openRate: Place });
const opens = nullable(Type.Object({ readers: Type.Integer(), delivered: Type.Integer() }, { description: 'W-36, where WeChat reported what it delivered' }));
const until = nullable(Type.String({ description: 'The last day the figures go to' }));

const Account = Type.Object({
  assetId: Type.String(), name: Type.String(), band: nullable(oneOf(['small', 'large'])),
  opening: number, closing: number, growth: number, pushes: number, pushesAMonth: number, articles: number, articlesAPush: number, readersAnArticle: number, opens,
  months: Type.Array(Type.Object({ month: Type.String(), followers: number, net: number, pushes: number, articles: number })),
  places,
});

const measureFields = {
  metric: oneOf(['community_growth', 'pushes_by_month', 'articles_per_push']), rows: Type.Array(Type.String()), unit: oneOf(['rate', 'share']),
  name: BothTexts, definition: BothTexts, numerator: BothTexts, denominator: BothTexts,
  better: nullable(oneOf(['higher', 'lower'])), dimension: BothTexts, benchmarks: Type.Array(BenchmarkReply),
};
const cellFields = { key: Type.String(), name: BothTexts, numerator: number, denominator: number, value: number, percent: number };

export const PanelReply = Type.Object({
  period: PeriodFields, until,
  sizeBandLimit: Type.Integer({ description: 'An account of more followers at the start is a large one' }),
  accounts: Type.Array(Account),
  measures: Type.Array(Type.Object({
    ...measureFields,
    cells: Type.Array(Type.Object({ ...cellFields, accounts: Type.Array(Type.String(), { description: 'Accounts the numerator adds up' }) })),
    leftOut: Type.Array(Type.Object({ assetId: Type.String(), name: Type.String(), why: BothTexts })),
  })),
});

/** Whole numbers only: no account of another brand is named. */
export const BrandsReply = Type.Object({
  period: PeriodFields,
  brands: Type.Array(Type.Object({
    brandId: Type.Integer(), name: Type.String(), accounts: Type.Integer(), measured: Type.Integer({ description: 'Accounts whose growth is known' }),
    opening: number, closing: number, growth: number, pushesAMonth: number, articlesAPush: number, opens, until, places,
  })),
  measures: Type.Array(Type.Object({ ...measureFields, cells: Type.Array(Type.Object(cellFields)), leftOut: Type.Integer({ description: 'Accounts that lack what it needs' }) })),
});
