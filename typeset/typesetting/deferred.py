"""Modules that another import names but may never use, loaded only when used.

Inside `deferred("fontTools")`, every import of `fontTools` or a module in it gives a
stand-in, and every name taken from it a `Deferred` that imports the real one at its
first use. When the context ends the stand-ins leave `sys.modules`: any other code
imports the real package as ever. `importlib.util.LazyLoader` does not serve, because
`from package.module import name` loads its modules at once.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any


class Deferred:
    """The name `name` of the module `module`; attributes set early are set on it later."""

    def __init__(self, user: str, module: str, name: str) -> None:
        self.__dict__.update(_user=user, _module=module, _name=name, _early={})

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return settle(self)(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        return getattr(settle(self), name)

    def __setattr__(self, name: str, value: object) -> None:
        self.__dict__["_early"][name] = value

    def __instancecheck__(self, instance: object) -> bool:
        return isinstance(instance, settle(self))


def settle(wanted: Deferred) -> Any:
    """The real object; its user's other names of the package become real with it.

    All at once, because an `except` clause needs the class itself, and because what
    was set early (a safety switch of an image plugin) must be set before any use.
    """
    user, root = wanted.__dict__["_user"], wanted.__dict__["_module"].partition(".")[0]
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == user and isinstance(module, ModuleType):
            for key, value in list(vars(module).items()):
                if type(value) is Deferred and _root(value) == root:
                    setattr(module, key, _real(value))
    return _real(wanted)


def _root(value: Deferred) -> str:
    module: str = value.__dict__["_module"]
    return module.partition(".")[0]


def _real(value: Deferred) -> Any:
    module, name, early = (value.__dict__[key] for key in ("_module", "_name", "_early"))
    loaded = importlib.import_module(module)
    try:
        real = getattr(loaded, name)
    except AttributeError:
        real = importlib.import_module(f"{module}.{name}")
    for key, early_value in early.items():
        setattr(real, key, early_value)
    early.clear()
    return real


class _StandIns:
    """Finder and loader of stand-in modules for the packages `roots`."""

    def __init__(self, user: str, roots: frozenset[str]) -> None:
        self.user, self.roots = user, roots

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name.partition(".")[0] not in self.roots:
            return None
        return ModuleSpec(name, self, is_package=True)  # type: ignore[arg-type]

    def create_module(self, spec: ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        def name_of(name: str) -> Deferred:
            if name.startswith("__"):
                raise AttributeError(name)
            return Deferred(self.user, module.__name__, name)

        module.__getattr__ = name_of  # type: ignore[method-assign]


@contextmanager
def deferred(*packages: str, user: str) -> Iterator[None]:
    """While it lasts, `packages` are imported as stand-ins, for the package `user`.

    A package that is loaded already stays what it is.
    """
    roots = frozenset(package for package in packages if package not in sys.modules)
    finder = _StandIns(user, roots)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        for name in list(sys.modules):
            if name.partition(".")[0] in roots:
                del sys.modules[name]
