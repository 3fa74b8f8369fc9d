/** Part of the carriers WeChat knows (more than a thousand), by the id that shipping information names them with. */
export const carriers: ReadonlyMap<string, string> = new Map([
  ['SF', '顺丰速运'], ['JD', '京东物流'], ['YTO', '圆通速递'], ['ZTO', '中通快递'], ['STO', '申通快递'], ['YD', '韵达速递'], ['JTSD', '极兔速递'],
  ['EMS', 'EMS'], ['YZPY', '邮政快递包裹'], ['DBL', '德邦快递'], ['KYSY', '跨越速运'], ['ZJS', '宅急送'], ['UC', '优速快递'], ['BDT', '八达通'],
  ['DNWL', '丹鸟物流'], ['CNSD', '菜鸟速递'], ['SXJD', '顺心捷达'], ['ANE', '安能物流'], ['DHL', 'DHL'], ['FEDEX', 'FedEx 联邦快递'], ['UPS', 'UPS'],
]);
