import { expect, it } from 'vitest';
import { csv } from './csv.ts';

it('quotes what needs it, leaves numbers alone, and disarms formulas', () => {
  expect(csv(['名称', 'n'], [['a,"b"', 1], ['＝1+1', '－2'], ['=HYPERLINK("x")', -2], [null, 0]])).toBe(
    '\uFEFF名称,n\r\n"a,""b""",1\r\n\'＝1+1,\'－2\r\n"\'=HYPERLINK(""x"")",-2\r\n,0\r\n',
  );
});
