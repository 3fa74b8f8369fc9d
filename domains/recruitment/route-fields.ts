import { oneOf } from '@qingniao/access';
import { sourceGroups, type SourceGroup } from '@qingniao/people';
import { channelKindNames, placementNames } from './kinds.ts';

export const Kind = oneOf(channelKindNames, { description: 'store, associate, campaign, kol, red_brand_search, weibo_post, sms, ads, search or other' });
export const PlacementName = oneOf(placementNames);
export const Group = oneOf(Object.keys(sourceGroups) as SourceGroup[]);

export const tags = ['recruitment'];
