import type { ReactNode } from 'react';
import css from './saved-meanwhile.module.css';

/** Somebody else saved what is being edited here: what to do about it is asked, and nothing typed is lost. */
export function SavedMeanwhile({ text, children }: { text: ReactNode; children: ReactNode }) {
  return (
    <div className={css.notice} role="alert">
      {text}
      <div>{children}</div>
    </div>
  );
}
