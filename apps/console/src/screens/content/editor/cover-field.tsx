import { useState } from 'react';
import { api, ask } from '../../../api/client.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { Cover } from '../cover.tsx';
import { ChooseCover } from './choose-cover.tsx';
import { base64Of } from './upload-picture.ts';

export function CoverField({ value = null, onChange }: { value?: string | null; onChange?: (id: string | null) => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const keep = async (picture: File) => {
    const { id, ...kept } = await ask(api.POST('/api/brands/{brandId}/content/covers', { params: { path: { brandId: brand.id } }, body: { data: await base64Of(picture) } }));
    setSize(kept);
    onChange?.(id);
  };
  return (
    <ChooseCover shown={<Cover id={value} />} chosen={value !== null} onChoose={keep} onRemove={() => { setSize(null); onChange?.(null); }}>
      {size && <p className="caption">{t('content.coverSize', size)}</p>}
      <p className="caption">{t('content.coverHelp')}</p>
    </ChooseCover>
  );
}
