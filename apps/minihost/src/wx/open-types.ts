import type { NativeNode } from '../native/native.ts';

type OpenType = 'share' | 'getPhoneNumber';
/** What a button with an open-type does; the host fills it in. */
export const openTypes: Partial<Record<OpenType, (node: NativeNode) => void>> = {};
