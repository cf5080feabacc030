import { Avatar, Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconBuildingStore, IconLogout, IconUser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useStaff } from './staff.tsx';

export function PersonMenu() {
  const { t } = useTranslation();
  const { person, session } = useStaff();
  const queries = useQueryClient();
  const isOwner = session.organisations.some(({ role }) => role === 'owner');
  const leave = async () => {
    const { signOut } = await import('../features/sign-in/staff-auth.ts');
    await signOut();
    await queries.resetQueries();
  };
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <UnstyledButton>
          <Avatar name={person.name} color="brand" radius="xl" size={36} variant="filled" />
          <VisuallyHidden>{t('shell.person', { name: person.name })}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{person.email}</Menu.Label>
        <Menu.Item leftSection={<IconUser size={16} />} renderRoot={(props) => <Link to="/profile" {...props} />}>
          {t('shell.pages.profile')}
        </Menu.Item>
        {isOwner && (
          <Menu.Item
            leftSection={<IconBuildingStore size={16} />}
            renderRoot={(props) => <Link to="/new-shop" {...props} />}
          >
            {t('shell.pages.newShop')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
          {t('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
