import { Container } from '@mantine/core';
import { FaceProvider, PageHead, SkipLink, ThemeProvider } from '@trofast/ui';
import { useTranslation } from 'react-i18next';

export function App() {
  const { t } = useTranslation();
  return (
    <ThemeProvider>
      <FaceProvider program="">
        <SkipLink />
        <Container component="main" id="content" size="xs" py="xl">
          <PageHead title={t('title')} />
        </Container>
      </FaceProvider>
    </ThemeProvider>
  );
}
