import { MOST_PHOTOS } from '../../lib/photos';

/** What it looks like: photos somebody adds to what they ask for, or has sent. */
Component({
  properties: {
    photos: { type: Array, value: [] },
    /** Whether they may still be changed. */
    may: { type: Boolean, value: false },
    /** Of something that is not asked for yet. */
    draft: { type: Boolean, value: false },
    t: { type: Object, value: {} },
  },
  data: { most: MOST_PHOTOS },
  methods: {
    add() { this.triggerEvent('add'); },
    again() { this.triggerEvent('again'); },
    remove({ currentTarget }: WechatMiniprogram.TouchEvent) { this.triggerEvent('remove', { key: String(currentTarget.dataset['key']) }); },
  },
});
