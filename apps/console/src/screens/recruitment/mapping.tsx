import { App, Button, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { Page } from '../../components/page.tsx';
import { Loaded, RowBones } from '../../components/states.tsx';
import { useTelling } from '../../components/use-telling.ts';
import { useWords } from '../../i18n/index.ts';
import { count, dateTime } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { mappingQuery, useKinds, type Mapping } from './queries.ts';
import css from './recruitment.module.css';
import { RecruitmentTabs } from './tabs.tsx';

type Group = Mapping['scenes'][number]['group'];

/** How WeChat's words are read as the five groups (W-05): in sight, and changeable; a change re-reads all follows. */
export default function MappingEditor() {
  const { t, language } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const telling = useTelling();
  const queryClient = useQueryClient();
  const mapping = useQuery(mappingQuery(brand.id));
  const groups = useKinds()?.groups;
  const [changes, setChanges] = useState<Record<string, Group>>({});
  const [busy, setBusy] = useState(false);
  const options = Object.entries(groups ?? {}).filter(([group]) => group !== 'unknown').map(([value, text]) => ({ value: value as Group, label: text[language] }));
  const changed = Object.keys(changes).length;

  const save = async () => {
    setBusy(true);
    await telling(async () => {
      const result = await ask(api.PUT('/api/brands/{brandId}/recruitment/mapping', { params: { path: { brandId: brand.id } }, body: { scenes: changes } }));
      setChanges({});
      await queryClient.invalidateQueries({ queryKey: ['brand', brand.id] });
      void message.success(t('recruitment.mappingSaved', { count: result.changedFollows, shown: count(result.changedFollows) }));
    });
    setBusy(false);
  };
  const choose = (scene: Mapping['scenes'][number], group: Group) => {
    const next = { ...changes, [scene.scene]: group };
    if (group === scene.group) delete next[scene.scene];
    setChanges(next);
  };
  return (
    <Page
      title={t('nav.recruitment')}
      tabs={<RecruitmentTabs />}
      actions={brand.can('recruitment:write') && (
        <Button type="primary" disabled={changed === 0} loading={busy} onClick={() => void save()}>{t('recruitment.saveMapping')}</Button>
      )}
    >
      <Loaded query={mapping} bones={<RowBones count={10} />}>
        {(data) => (
          <>
            <p className="quiet" style={{ marginBottom: 16, maxWidth: '72ch' }}>
              {t('recruitment.mappingNote')}
              <br />
              {data.createdAt
                ? t('recruitment.mappingVersion', { version: data.version, who: data.createdBy, when: dateTime(data.createdAt, language) })
                : t('recruitment.mappingDefault')}
            </p>
            <div className={css.mapping}>
              {data.scenes.map((scene) => (
                <div className={css.mapRow} key={scene.scene} data-changed={changes[scene.scene] !== undefined}>
                  <div>
                    <div>{scene.name[language]}</div>
                    <div className="caption">
                      <code>{scene.scene}</code>
                      {scene.datacubeSources.length > 0 && ` · ${t('recruitment.datacubeCodes', { codes: scene.datacubeSources.join(', ') })}`}
                    </div>
                  </div>
                  <Select
                    aria-label={scene.name[language]}
                    disabled={!brand.can('recruitment:write')}
                    value={changes[scene.scene] ?? scene.group}
                    options={options}
                    onChange={(group) => choose(scene, group)}
                  />
                </div>
              ))}
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}
