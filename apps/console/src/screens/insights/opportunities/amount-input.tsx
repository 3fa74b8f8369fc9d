import { InputNumber } from 'antd';

export type AmountKind = 'people' | 'percent' | 'money';

interface AmountInputProps {
  id?: string;
  label: string;
  kind: AmountKind;
  /** As the API has it: people, a fraction, fen. */
  value: number | null;
  onChange: (value: number | null) => void;
  placeholder?: string;
  disabled?: boolean;
  status?: 'error' | undefined;
}

/** What one unit on screen is to the API: percent are fractions there, yuan are fen. */
const scales: Record<AmountKind, { factor: number; decimals: number }> = {
  people: { factor: 1, decimals: 0 },
  percent: { factor: 0.01, decimals: 2 },
  money: { factor: 100, decimals: 2 },
};

/** People, percent or yuan, written with separators as they are typed. */
export function AmountInput({ id, label, kind, value, onChange, placeholder, disabled, status }: AmountInputProps) {
  const { factor, decimals } = scales[kind];
  const shown = value === null ? null : Number((value / factor).toFixed(decimals));
  return (
    <InputNumber<number>
      {...(id ? { id } : {})}
      aria-label={label}
      value={shown}
      min={0}
      {...(kind === 'percent' ? { max: 1000 } : {})}
      {...(kind === 'people' ? { precision: 0 } : {})}
      controls={false}
      style={{ width: '100%' }}
      placeholder={placeholder ?? ''}
      disabled={disabled ?? false}
      status={status ?? ''}
      prefix={kind === 'money' ? '¥' : undefined}
      suffix={kind === 'percent' ? '%' : undefined}
      formatter={(typed) => String(typed ?? '').replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')}
      parser={(typed) => Number((typed ?? '').replaceAll(',', ''))}
      onChange={(next) => onChange(next === null ? null : kind === 'people' ? Math.round(next) : Number((next * factor).toPrecision(12)))}
    />
  );
}
