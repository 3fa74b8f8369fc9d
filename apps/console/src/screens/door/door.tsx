import type { ReactNode } from 'react';
import { useTitle } from '../../components/page.tsx';
import { switchLanguage, useWords } from '../../i18n/index.ts';
import css from './door.module.css';

/** What stands before the house: one question, nothing else on the page. */
export function Door({ title, lead, children }: { title: string; lead?: ReactNode; children?: ReactNode }) {
  const { language } = useWords();
  useTitle(title);
  return (
    <div className={css.door}>
      <main className={css.panel}>
        <div className={css.mark}><img src="/mark.svg" alt="" />青鸟 Qingniao</div>
        <h1>{title}</h1>
        {lead && <p className={css.lead}>{lead}</p>}
        {children}
      </main>
      <footer className={css.foot}>
        <button type="button" lang="zh-CN" aria-pressed={language === 'zh'} onClick={() => void switchLanguage('zh')}>中文</button>
        <button type="button" lang="en" aria-pressed={language === 'en'} onClick={() => void switchLanguage('en')}>English</button>
      </footer>
    </div>
  );
}
