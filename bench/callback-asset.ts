import { testAsset } from '../domains/activity/testing.ts';

/** The account all pushes of the benches are for. */
export const ASSET = testAsset('bench');
