import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function RemoveButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  const { t } = useTranslation();
  return <CloseButton size="sm" aria-label={t('program.fields.remove', { name: label })} onClick={onClick} />;
}
