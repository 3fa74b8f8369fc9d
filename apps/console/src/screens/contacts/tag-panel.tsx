import { Button, Select, Tag } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { tagsQuery } from '../../api/tags.ts';
import { useTelling } from '../../components/use-telling.ts';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './contact.module.css';
import { personQuery, type ContactPage } from './queries.ts';

export function TagPanel({ person }: { person: ContactPage }) {
  const { t } = useWords();
  const brand = useBrand();
  const attempt = useTelling();
  const queryClient = useQueryClient();
  const tags = useQuery(tagsQuery(brand.id));
  const [adding, setAdding] = useState(false);
  const may = brand.can('people:write');
  const known = tags.data?.items ?? [];
  const carried = known.filter(({ id }) => person.tags.includes(id));

  const set = (tagId: string, add: boolean) => attempt(async () => {
    await ask(api.POST('/api/brands/{brandId}/tags/{tagId}/contacts', {
      params: { path: { brandId: brand.id, tagId } }, body: { contactIds: [person.id], add },
    }));
    setAdding(false);
    await queryClient.invalidateQueries({ queryKey: personQuery(brand.id, person.id).queryKey });
  });
  return (
    <section className={css.panel}>
      <h3>{t('contacts.tags')}{may && !adding && <Button type="link" size="small" onClick={() => setAdding(true)}>{t('action.add')}</Button>}</h3>
      {carried.length === 0 && !adding && <p className={css.missing}>{t('contacts.noTags')}</p>}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 4 }}>
        {carried.map((tag) => (
          <Tag
            key={tag.id}
            variant="outlined"
            closable={may}
            onClose={(event) => {
              event.preventDefault();
              void set(tag.id, false);
            }}
          >
            {tag.name}
          </Tag>
        ))}
      </div>
      {adding && (
        <Select
          autoFocus
          defaultOpen
          style={{ width: '100%', marginTop: 8 }}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('contacts.chooseTag')}
          options={known.filter(({ id }) => !person.tags.includes(id)).map((tag) => ({ value: tag.id, label: tag.name }))}
          onSelect={(tagId: string) => void set(tagId, true)}
          onBlur={() => setAdding(false)}
        />
      )}
    </section>
  );
}
