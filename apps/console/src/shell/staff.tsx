import type { Output } from '@trofast/contract';
import { ROLE_SCOPES, type Role } from '@trofast/contract/roles';
import { createContext, type ReactNode, use, useMemo, useState } from 'react';

type Session = Output<'getStaffSession'>;
export type Scope = Role extends never ? never : Parameters<(typeof ROLE_SCOPES)[Role]['has']>[0];

interface ProgramChoice {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: Role;
}

/** Who works here, and in which program. */
export interface Staff {
  readonly session: Session;
  readonly person: NonNullable<Session['staff']>;
  readonly programs: readonly ProgramChoice[];
  /** The program that is looked at; absent before there is one. */
  readonly program: ProgramChoice | undefined;
  /** Whether the role allows it. The server asks the same table. */
  may(scope: Scope): boolean;
  chooseProgram(id: string): void;
}

const StaffContext = createContext<Staff | undefined>(undefined);
const remembered = 'trofast-console-program';

export interface StaffProviderProps {
  readonly session: Session;
  readonly person: NonNullable<Session['staff']>;
  readonly children: ReactNode;
}

export function StaffProvider({ session, person, children }: StaffProviderProps) {
  const [chosen, setChosen] = useState(() => localStorage.getItem(remembered));
  const staff = useMemo((): Staff => {
    const programs = session.organisations.flatMap(({ name, role, programs }) =>
      programs.map((program) => ({ id: program.id, name: program.name, organisation: name, role })),
    );
    const program = programs.find(({ id }) => id === chosen) ?? programs[0];
    return {
      session,
      person,
      programs,
      program,
      may: (scope) => program !== undefined && ROLE_SCOPES[program.role].has(scope),
      chooseProgram: (id) => {
        localStorage.setItem(remembered, id);
        setChosen(id);
      },
    };
  }, [session, person, chosen]);
  return <StaffContext value={staff}>{children}</StaffContext>;
}

export function useStaff(): Staff {
  const staff = use(StaffContext);
  if (staff === undefined) throw new Error('useStaff is called where nobody is signed in.');
  return staff;
}
