import css from './states.module.css';

export function FormFailure({ text }: { text: string | null }) {
  return text === null ? null : <p className={css.failure} role="alert" style={{ margin: '0 0 16px' }}>{text}</p>;
}
