import { useBrand } from '../../shell/brand-context.ts';
import css from './content.module.css';
import { coverUrl } from './queries.ts';

/** A cover of the library. */
export function Cover({ id, small = false }: { id: string | null; small?: boolean }) {
  const brand = useBrand();
  return <CoverPicture src={id === null ? null : coverUrl(brand.id, id)} small={small} />;
}

/** A cover, or the quiet place where one would be. */
export function CoverPicture({ src, small = false }: { src: string | null; small?: boolean }) {
  const shape = small ? `${css.cover} ${css.small}` : css.cover;
  return src === null ? <span className={shape} aria-hidden /> : <img className={shape} src={src} alt="" loading="lazy" />;
}
