import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../i18n/index.ts';
import css from './copyable.module.css';

/** Something to carry elsewhere letter by letter: an address, a token. */
export function Copyable({ text }: { text: string }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <div className={css.box}>
      <code>{text}</code>
      {/* Browsers give the clipboard only to secure pages; elsewhere a click on the text selects all of it. */}
      {window.isSecureContext && <Button size="small" onClick={() => void copy()}>{t(copied ? 'action.copied' : 'action.copy')}</Button>}
    </div>
  );
}
