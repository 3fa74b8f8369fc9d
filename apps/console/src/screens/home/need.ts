import type { LinkProps } from '@tanstack/react-router';

/** Something to do, and where. */
export interface Need {
  key: string;
  tone: 'bad' | 'warn' | 'calm';
  text: string;
  link?: LinkProps & { label: string };
}
