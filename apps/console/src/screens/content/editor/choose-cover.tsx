import { Button, Upload } from 'antd';
import type { ReactNode } from 'react';
import { useAttempt } from '../../../components/use-attempt.ts';
import { useWords } from '../../../i18n/index.ts';
import css from '../content.module.css';
import { fitPicture } from './pictures.ts';

interface ChooseCoverProps {
  /** As it looks now. */
  shown: ReactNode;
  chosen: boolean;
  /** A picture as WeChat takes it. */
  onChoose: (picture: File) => Promise<void>;
  onRemove: () => void;
  /** What is to be known about it. */
  children: ReactNode;
}

export function ChooseCover({ shown, chosen, onChoose, onRemove, children }: ChooseCoverProps) {
  const { t } = useWords();
  const { busy, failure, attempt } = useAttempt();
  return (
    <div className={css.coverField}>
      {shown}
      <div>
        <div className={css.actions}>
          <Upload accept="image/jpeg,image/png,image/webp" showUploadList={false} beforeUpload={(file) => { void attempt(async () => onChoose(await fitPicture(file, 'cover'))); return false; }}>
            <Button loading={busy}>{t('content.chooseCover')}</Button>
          </Upload>
          {chosen && <Button type="link" onClick={onRemove}>{t('action.remove')}</Button>}
        </div>
        {failure !== null && <p className={css.bad} role="alert">{failure}</p>}
        {children}
      </div>
    </div>
  );
}
