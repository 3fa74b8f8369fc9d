import type { UseQueryResult } from '@tanstack/react-query';
import { LineBones, Loaded } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count } from '../../../lib/format.ts';
import css from '../content.module.css';
import { RemovedNotice } from '../editor/removed-notice.tsx';
import { isTracked } from '../editor/tracked-link.ts';
import type { Checked } from '../queries.ts';

/** The six rules, WeChat's filters, and every link by its place. */
export function CheckPanel({ query }: { query: UseQueryResult<Checked> }) {
  const { t, language } = useWords();
  return (
    <Loaded query={query} bones={<LineBones count={4} />}>
      {({ findings, links, removed, screens, characters }) => (
        <>
          <section className={css.block}>
            {findings.length === 0 ? <p className={css.good}>{t('content.noFindings')}</p> : (
              <ul className={css.findings}>
                {findings.map((finding) => (
                  <li key={finding.rule}>
                    <strong>{finding.advice[language]}</strong>
                    <span className="caption">{t(`content.on_${finding.on}`, { lift: finding.lift })} · {finding.source[language]}</span>
                  </li>
                ))}
              </ul>
            )}
            <p className="caption">{t('content.findingsNote')}</p>
          </section>
          <RemovedNotice removed={removed} />
          <section className={css.block}>
            <h3>{t('content.links')}</h3>
            {links.length === 0 ? <p className="quiet">{t('content.noLinks')}</p> : (
              <ul className={css.linkList}>
                {links.map((link, index) => (
                  <li key={index}>
                    <span>{t(`content.placement_${link.placement}`)}{link.label && ` · ${link.label}`}</span>
                    <span className="caption">{link.toMiniProgram && `${t('content.toMiniProgram')} · `}{t(isTracked(link.target) ? 'content.tracked' : 'content.untracked')} · {t('content.onScreen', { n: link.screen })}</span>
                  </li>
                ))}
              </ul>
            )}
            <p className="caption">{t('content.length', { screens, characters: count(characters) })}</p>
          </section>
        </>
      )}
    </Loaded>
  );
}
