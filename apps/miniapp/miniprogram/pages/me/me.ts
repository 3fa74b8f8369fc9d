import { choose, language, type Language } from '../../i18n/language';
import { page } from '../../lib/page';
import { open, restart } from '../../platform/wx';

page('me', {
  data: { language: 'zh' as Language },

  async load() {
    this.setData({ language: language() });
  },

  go({ currentTarget }: WechatMiniprogram.TouchEvent) { open(String(currentTarget.dataset['page'])); },

  speak({ currentTarget }: WechatMiniprogram.TouchEvent) {
    choose(currentTarget.dataset['language'] as Language);
    restart('home');
  },
});
