import { CloseOutlined, LeftOutlined } from '@ant-design/icons';
import { Button, Upload } from 'antd';
import { api, ask } from '../../../api/client.ts';
import { useAttempt } from '../../../components/use-attempt.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { base64Of } from '../../content/editor/upload-picture.ts';
import css from '../store.module.css';

export const pictureUrl = (brandId: number, pictureId: string): string => `/api/brands/${brandId}/store/pictures/${pictureId}`;

const MOST = 20;

/** Pictures in their order; the first is the product's face. */
export function PictureField({ value = [], onChange, disabled }: { value?: string[]; onChange?: (ids: string[]) => void; disabled?: boolean }) {
  const { t } = useWords();
  const brand = useBrand();
  const { busy, failure, attempt } = useAttempt();
  const add = (file: File) => attempt(async () => {
    const { id } = await ask(api.POST('/api/brands/{brandId}/store/pictures', { params: { path: { brandId: brand.id } }, body: { data: await base64Of(file) } }));
    onChange?.([...new Set([...value, id])]);
  });
  const moveForward = (index: number) => onChange?.(value.map((id, at) => (at === index - 1 ? value[index]! : at === index ? value[index - 1]! : id)));
  return (
    <div>
      {value.length > 0 && (
        <ul className={css.pictures}>
          {value.map((id, index) => (
            <li key={id}>
              <img src={pictureUrl(brand.id, id)} alt={t('store.pictureN', { number: index + 1 })} loading="lazy" />
              {!disabled && (
                <span>
                  {index > 0 && <Button size="small" icon={<LeftOutlined />} aria-label={t('store.pictureForward', { number: index + 1 })} onClick={() => moveForward(index)} />}
                  <Button size="small" icon={<CloseOutlined />} aria-label={t('store.pictureRemove', { number: index + 1 })} onClick={() => onChange?.(value.filter((one) => one !== id))} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {!disabled && value.length < MOST && (
        <Upload accept="image/jpeg,image/png,image/webp" showUploadList={false} beforeUpload={(file) => { void add(file); return false; }}>
          <Button loading={busy}>{t('store.addPicture')}</Button>
        </Upload>
      )}
      {failure !== null && <p className={css.wrong} role="alert">{failure}</p>}
    </div>
  );
}
