import { Form, InputNumber } from 'antd';
import css from './store.module.css';

interface LineUnitsProps {
  /** The form's record of units, by position. */
  field: string;
  /** `position`: its name in that record. */
  line: { position: number | string; name: string };
  most: number;
  /** Beside the name: how many there are. */
  about: string;
  /** Of the number, for who cannot see. */
  label: string;
  amount?: string;
}

/** A line of an order in a form: how many of its units it is about. */
export const LineUnits = ({ field, line, most, about, label, amount }: LineUnitsProps) => (
  <div className={css.lineUnits}>
    <span>{line.name}<span className="caption">{about}</span></span>
    <Form.Item name={[field, String(line.position)]} noStyle>
      <InputNumber min={0} max={most} precision={0} aria-label={label} style={{ width: 88 }} />
    </Form.Item>
    <span className={css.amount}>{amount}</span>
  </div>
);
