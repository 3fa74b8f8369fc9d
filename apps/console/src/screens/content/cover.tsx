import { useBrand } from '../../shell/brand-context.ts';
import css from './content.module.css';
import { coverUrl } from './queries.ts';

/** A cover, or the quiet place where one would be. */
export function Cover({ id, small }: { id: string | null; small?: boolean }) {
  const brand = useBrand();
  const shape = small ? `${css.cover} ${css.small}` : css.cover;
  return id === null ? <span className={shape} aria-hidden /> : <img className={shape} src={coverUrl(brand.id, id)} alt="" loading="lazy" />;
}
