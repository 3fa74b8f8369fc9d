import { App, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/index.ts';
import { messageOf } from '../api/problem.ts';

interface TypedConfirmProps {
  open: boolean;
  title: string;
  /** What will happen, to how many people. */
  children: ReactNode;
  /** The number or name to be typed. */
  expected: string;
  verb: string;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}

/** For what cannot be taken back: the button waits until the name has been typed. */
export function TypedConfirm({ open, title, children, expected, verb, onConfirm, onClose }: TypedConfirmProps) {
  const { t } = useWords();
  const { message } = App.useApp();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const close = () => {
    setTyped('');
    onClose();
  };
  const confirm = async () => {
    setBusy(true);
    try {
      await onConfirm();
      close();
    } catch (error) {
      void message.error(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open={open}
      title={title}
      onCancel={close}
      onOk={() => void confirm()}
      okText={verb}
      okButtonProps={{ danger: true, disabled: typed.trim() !== expected }}
      confirmLoading={busy}
      destroyOnHidden
    >
      <div style={{ display: 'grid', gap: 12 }}>
        <div>{children}</div>
        <label>
          <span className="caption">{t('confirm.type', { expected })}</span>
          <Input value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
        </label>
      </div>
    </Modal>
  );
}
