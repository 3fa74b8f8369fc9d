import { Form, Modal, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.ts';
import { Copyable } from './copyable.tsx';
import { FormFailure } from './form-failure.tsx';

interface MakeDialogProps<T> {
  open: boolean;
  title: string;
  verb: string;
  form: FormInstance<T>;
  initialValues?: Partial<T>;
  /** As `useSubmit` gives them. */
  sending: { busy: boolean; failure: string | null; submit: (values: T) => Promise<unknown> };
  /** What was made, to be carried elsewhere; null while the form stands. */
  made: string | null;
  /** Said above it. */
  madeNote?: string;
  /** The fields. */
  children: ReactNode;
  onClose: () => void;
}

/** A form whose result is shown in its place, once: a key, an invitation, a link. */
export function MakeDialog<T extends object>({ open, title, verb, form, initialValues, sending, made, madeNote, children, onClose }: MakeDialogProps<T>) {
  const { t } = useWords();
  const close = () => {
    form.resetFields();
    onClose();
  };
  return (
    <Modal
      open={open}
      title={title}
      onCancel={close}
      okText={made === null ? verb : t('action.close')}
      onOk={made === null ? () => form.submit() : close}
      confirmLoading={sending.busy}
      footer={(_, { OkBtn, CancelBtn }) => <>{made === null && <CancelBtn />}<OkBtn /></>}
      mask={{ closable: made === null }}
      destroyOnHidden
    >
      {made === null ? (
        <Form form={form} layout="vertical" {...(initialValues ? { initialValues } : {})} onFinish={(values) => void sending.submit(values)}>
          <FormFailure text={sending.failure} />
          {children}
        </Form>
      ) : (
        <>
          {madeNote && <p style={{ marginBottom: 12 }}>{madeNote}</p>}
          <Copyable text={made} />
        </>
      )}
    </Modal>
  );
}
