import { IconCloudOff } from '@tabler/icons-react';
import { localeOf } from '@trofast/ui';
import { useTranslation } from 'react-i18next';

export interface OfflineNoticeProps {
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** What is shown is what was seen last: since when. */
export function OfflineNotice({ savedAt }: OfflineNoticeProps) {
  const { t, i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(localeOf(i18n.language), { dateStyle: 'long', timeStyle: 'short' });
  return (
    <p className="offline" role="status">
      <IconCloudOff size={20} aria-hidden />
      <span>{t('offline', { when: format.format(savedAt) })}</span>
    </p>
  );
}
