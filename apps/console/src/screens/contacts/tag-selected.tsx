import { App, Button, Popover, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { tagsQuery } from '../../api/tags.ts';
import { useTelling } from '../../components/use-telling.ts';
import { useWords } from '../../i18n/index.ts';
import { count } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';

/** Sets a tag on the selected contacts, or takes it off; a thousand at a time is the API's limit. */
export function TagSelected({ ids, onDone }: { ids: ReadonlySet<string>; onDone: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const telling = useTelling();
  const queryClient = useQueryClient();
  const tags = useQuery(tagsQuery(brand.id));
  const [tagId, setTagId] = useState<string>();
  const [busy, setBusy] = useState(false);
  const apply = async (add: boolean) => {
    setBusy(true);
    await telling(async () => {
      const contactIds = [...ids].map(Number);
      let changed = 0;
      for (let from = 0; from < contactIds.length; from += 1000) {
        const result = await ask(api.POST('/api/brands/{brandId}/tags/{tagId}/contacts', {
          params: { path: { brandId: brand.id, tagId: tagId! } }, body: { contactIds: contactIds.slice(from, from + 1000), add },
        }));
        changed += result.changed;
      }
      void message.success(t('contacts.tagged', { count: changed, shown: count(changed) }));
      onDone();
    });
    setBusy(false);
    await queryClient.invalidateQueries({ queryKey: ['brand', brand.id, 'contacts'] });
  };
  const content = (
    <div style={{ display: 'grid', gap: 12, width: 240 }}>
      <Select
        value={tagId}
        onChange={setTagId}
        placeholder={t('contacts.chooseTag')}
        options={(tags.data?.items ?? []).map((tag) => ({ value: tag.id, label: tag.name }))}
        showSearch={{ optionFilterProp: 'label' }}
      />
      <div style={{ display: 'flex', gap: 8 }}>
        <Button type="primary" size="small" disabled={!tagId} loading={busy} onClick={() => void apply(true)}>{t('contacts.addTag')}</Button>
        <Button size="small" disabled={!tagId || busy} onClick={() => void apply(false)}>{t('contacts.takeTagOff')}</Button>
      </div>
    </div>
  );
  return <Popover trigger="click" content={content} arrow={false} placement="bottomLeft"><Button size="small">{t('contacts.tagSelected')}</Button></Popover>;
}
