import { InputNumber, type InputNumberProps } from 'antd';

/** Yuan with at most two decimals; `fenOf` makes the server's fen of it. */
export const MoneyField = (props: InputNumberProps<number>) => (
  <InputNumber<number> min={0} precision={2} prefix="¥" controls={false} style={{ width: '100%' }} {...props} />
);
