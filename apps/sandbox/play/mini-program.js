/**
 * WeChat around a mini program: shows the pages it was released with in a frame, signs its person in, takes payments,
 * gives an address, takes a buyer's word that an order has come, passes cards on. Page and phone ask and answer by messages.
 */

const texts = {
  zh: {
    pay: '微信支付', payNow: '确认支付', poor: '余额不足', cancel: '取消', address: '选择收货地址', use: '使用', allow: '允许发送', refuse: '拒绝', subscribe: '订阅消息',
    receipt: '确认收货', notYet: '还没收到', share: '发送给', send: '发送', nobody: '请先新建另一位微信用户', fields: { userName: '姓名', telNumber: '电话', provinceName: '省', cityName: '市', countyName: '区县', detailInfo: '详细地址' },
  },
  en: {
    pay: 'WeChat Pay', payNow: 'Pay', poor: 'Not enough balance', cancel: 'Cancel', address: 'Choose an address', use: 'Use', allow: 'Allow', refuse: 'Refuse', subscribe: 'Messages',
    receipt: 'Confirm receipt', notYet: 'Not yet', share: 'Send to', send: 'Send', nobody: 'Make another WeChat user first', fields: { userName: 'Name', telNumber: 'Phone', provinceName: 'Province', cityName: 'City', countyName: 'District', detailInfo: 'Address' },
  },
};
const ADDRESS = { userName: '林知微', telNumber: '13800001234', provinceName: '上海市', cityName: '上海市', countyName: '静安区', detailInfo: '南京西路 1 号' };
const CARDS = 'cards';

/** Cards people sent each other, kept in this browser. */
const cards = () => JSON.parse(localStorage.getItem(CARDS) ?? '[]');

/**
 * @param {{ ask: (path: string, body?: object) => Promise<any>, make: Function, language: () => 'zh' | 'en', people: () => { openid: string, name: string }[], closed: () => void }} phone
 */
export function createMiniPrograms({ ask, make, language, people, closed }) {
  const screen = document.getElementById('mini');
  const say = (key) => texts[language()][key];
  /** What is in front: account, openid of the official account's follower and of the mini program, frame. */
  let open = null;

  /** @returns what was tapped; null: nothing */
  function sheet(title, content, choices) {
    return new Promise((resolve) => {
      const dialog = make('dialog', { className: 'sheet', testid: 'sheet', ariaLabel: title }, make('h2', { textContent: title }), ...content);
      const close = (value) => {
        dialog.remove();
        resolve(value);
      };
      dialog.append(...choices.map(([value, text, testid]) => make('button', { type: 'button', textContent: text, testid, className: value === choices[0][0] ? 'primary' : '', onclick: () => close(value) })));
      dialog.oncancel = () => close(null);
      document.body.append(dialog);
      dialog.showModal();
    });
  }

  const answers = {
    hello: async () => open.hello,
    login: async () => (await ask('mini/login', { appid: open.appid, openid: open.openid })).code,
    phone: async () => (await ask('mini/phone', { appid: open.appid, openid: open.openid })).code,
    pay: async (payment) => {
      const outcome = (await sheet(say('pay'), [], [['pay', say('payNow'), 'pay-now'], ['noBalance', say('poor'), 'pay-poor'], ['cancel', say('cancel'), 'pay-cancel']])) ?? 'cancel';
      const { errMsg } = await ask('pay', { appid: open.appid, openid: open.openid, payment, outcome, wait: true });
      if (!errMsg.endsWith(':ok')) throw new Error(errMsg.replace(/^requestPayment:fail ?/, ''));
    },
    chooseAddress: async () => {
      const inputs = Object.entries(ADDRESS).map(([name, value]) => [name, make('input', { value, ariaLabel: say('fields')[name], testid: `address-${name}` })]);
      const chosen = await sheet(say('address'), inputs.map(([, input]) => input), [['use', say('use'), 'address-use'], [null, say('cancel'), 'address-cancel']]);
      if (chosen === null) throw new Error('cancel');
      return Object.fromEntries(inputs.map(([name, input]) => [name, input.value]));
    },
    subscribe: async (templateIds) => {
      const accept = (await sheet(say('subscribe'), [], [[true, say('allow'), 'subscribe-allow'], [false, say('refuse'), 'subscribe-refuse']])) === true;
      await ask('acts', { kind: 'subscription', appid: open.appid, openid: open.miniOpenid, answers: templateIds.map((templateId) => ({ templateId, accept })), scene: 0 });
      return Object.fromEntries(templateIds.map((id) => [id, accept ? 'accept' : 'reject']));
    },
    confirmReceipt: async ({ transaction_id: transactionId }) => {
      if ((await sheet(say('receipt'), [], [[true, say('receipt'), 'receipt-confirm'], [null, say('notYet'), 'receipt-cancel']])) === null) throw new Error('cancel');
      await ask('mini/received', { appid: open.appid, transactionId });
    },
    share: async (card) => {
      const others = people().filter(({ openid }) => openid !== open.openid);
      const to = make('select', { ariaLabel: say('share'), testid: 'share-to' }, ...others.map(({ openid, name }) => make('option', { value: openid, textContent: name })));
      const sent = await sheet(say('share'), others.length > 0 ? [to] : [make('p', { textContent: say('nobody') })], [...(others.length > 0 ? [['send', say('send'), 'share-send']] : []), [null, say('cancel'), 'share-cancel']]);
      if (sent === null) throw new Error('cancel');
      localStorage.setItem(CARDS, JSON.stringify([...cards(), { ...card, appid: open.appid, from: open.openid, to: to.value }]));
    },
  };

  addEventListener('message', async ({ data, source, origin }) => {
    if (!open || source !== open.frame.contentWindow || origin !== open.origin || data?.wechat !== 'ask') return;
    const { id, call, given } = data;
    const answer = await answers[call](given).then((value) => ({ value }), (error) => ({ refused: error.message }));
    source.postMessage({ wechat: 'answer', id, ...answer }, origin);
  });

  function close() {
    open?.frame.remove();
    open = null;
    screen.hidden = true;
    closed();
  }
  document.getElementById('mini-close').onclick = close;

  return {
    /** Cards somebody was sent. */
    cardsOf: (openid) => cards().filter(({ to }) => to === openid),
    close,
    /** As `POST /sandbox/mini/open`; what was open goes. */
    async show({ account, openid, ...target }) {
      const { api, assetId, page } = account.shop;
      const { openid: miniOpenid, path, query, scene, referrerInfo = {} } = await ask('mini/open', { appid: account.appid, openid, ...target });
      const launch = { path, query, scene, referrerInfo };
      open?.frame.remove();
      const { origin, pathname } = new URL(api);
      open = {
        appid: account.appid, openid, miniOpenid, origin: new URL(page).origin, frame: make('iframe', { src: page, title: account.name, testid: 'mini-frame', allow: 'clipboard-write' }),
        hello: { shop: { server: origin, shopId: Number(pathname.split('/').at(-1)), assetId }, launch, person: miniOpenid, can: ['chooseAddress', 'phone', 'subscribe', 'confirmReceipt'] },
      };
      screen.append(open.frame);
      screen.hidden = false;
    },
  };
}
