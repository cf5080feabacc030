import { notifications } from '@mantine/notifications';

/** A word in passing: what has been done. */
export function toast(message: string) {
  notifications.show({ message, autoClose: 4000, color: 'brand' });
}
