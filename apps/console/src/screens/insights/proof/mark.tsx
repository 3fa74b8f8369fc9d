import type { ReactNode } from 'react';
import css from './proof.module.css';

/** @param right null: nothing was compared */
export const Mark = ({ right, children }: { right: boolean | null; children: ReactNode }) => (
  <span className={right === null ? 'quiet' : right ? css.right : css.wrong}>{children}</span>
);
