import { useWords } from '../../i18n/index.ts';
import { share } from '../../lib/format.ts';
import css from './pushes.module.css';
import type { PushDetail, PushResults } from './queries.ts';
import { useVariantWords } from './state.tsx';

/** Of an article's readers, those who are still there as each fifth begins (W-38): the darker, the more. */
export function ReadHeat({ push, rows }: { push: PushDetail; rows: PushResults['articles'] }) {
  const { t } = useWords();
  const variantOf = useVariantWords(push);
  return (
    <table className={css.heat}>
      <thead><tr><th>{t('pushes.articleTitle')}</th>{[1, 2, 3, 4, 5].map((fifth) => <th key={fifth}>{t('pushes.fifth', { n: fifth })}</th>)}</tr></thead>
      <tbody>
        {rows.map(({ variant, position, title, figures }) => {
          if (!figures?.leftInFifths) return null;
          let left = 1;
          return (
            <tr key={`${variant} ${position}`}>
              <th scope="row">{push.variants.length > 1 && <span className="caption">{variantOf(variant)} · </span>}{title}</th>
              {figures.leftInFifths.map((gone, fifth) => {
                const here = Math.max(0, left);
                left -= gone;
                return <td key={fifth} className="num" data-dark={here > 0.55} style={{ background: `color-mix(in srgb, var(--ink) ${Math.round(here * 100)}%, var(--surface))` }}>{share(here)}</td>;
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
