import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { LineBones, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { SegmentEditor } from './editor.tsx';
import { segmentQuery } from './queries.ts';

export default function EditSegment() {
  const { t } = useWords();
  const brand = useBrand();
  const { segmentId } = useParams({ from: '/b/$brandId/audience/$segmentId/edit' });
  const segment = useQuery(segmentQuery(brand.id, segmentId));
  if (!segment.data) return <Page title={t('audience.edit')}><Loaded query={segment} bones={<LineBones count={6} />}>{() => null}</Loaded></Page>;
  return <SegmentEditor key={segmentId} segment={segment.data} />;
}
