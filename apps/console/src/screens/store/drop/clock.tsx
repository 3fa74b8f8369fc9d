import { useEffect, useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { useSoldOutWords } from '../sold-out-words.ts';
import type { Drop } from './queries.ts';
import css from './drop.module.css';

/** The line everybody watches: until it opens, since it has, or how long it took (K-07). `onTurn`: it has just opened or closed. */
export function DropClock({ drop, onTurn }: { drop: Drop; onTurn: () => void }) {
  const { t } = useWords();
  const soldOutIn = useSoldOutWords();
  const now = useNow(drop.now);
  const { release: { opensAt, closesAt }, soldOutAt, minutes } = drop;
  const turnsAt = [opensAt, closesAt].map((at) => (at === null ? Infinity : Date.parse(at))).find((at) => at > Date.parse(drop.now));
  const hasTurned = turnsAt !== undefined && now >= turnsAt;
  useEffect(() => {
    if (hasTurned) onTurn();
  }, [hasTurned, onTurn]);
  if (soldOutAt !== null && minutes !== null) {
    return <Line value={soldOutIn(minutes)} />;
  }
  if (now < Date.parse(opensAt)) return <Line label={t('drop.opensIn')} value={clockOf(Date.parse(opensAt) - now)} />;
  if (closesAt !== null && now >= Date.parse(closesAt)) return <Line label={t('drop.over')} value={t('drop.notSoldOut')} />;
  return <Line label={drop.phase === 'open' ? t('drop.openFor') : t('drop.opened')} value={clockOf(now - Date.parse(opensAt))} />;
}

const Line = ({ label, value }: { label?: string; value: string }) => <p className={css.clock} role="timer">{label && <span>{label}</span>}{value}</p>;

/** The server's clock, carried on between its answers. */
function useNow(serverNow: string): number {
  const [now, setNow] = useState(() => Date.parse(serverNow));
  useEffect(() => {
    const ahead = Date.parse(serverNow) - Date.now();
    const tick = () => setNow(Date.now() + ahead);
    tick();
    const ticking = setInterval(tick, 1000);
    return () => clearInterval(ticking);
  }, [serverNow]);
  return now;
}

/** 4:07, 1:04:07, 3 d 1:04:07. */
function clockOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return `${days > 0 ? `${days} d ` : ''}${days > 0 || hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}
