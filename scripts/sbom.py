"""The bill of materials, CycloneDX 1.6 as JSON: what an installed Legation consists of, with licences and hashes.

The same locks and the same time give the same bytes.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime

import licences
import locked
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "legation.bill-of-materials")


def bill(version: str, epoch: int) -> str:
    """The bill of this version, dated `epoch` (seconds since 1970); a JSON text with a line feed at its end."""
    bom = Bom()
    bom.metadata.timestamp = datetime.fromtimestamp(epoch, UTC)
    own = Component(
        name="legation", version=version, type=ComponentType.APPLICATION, bom_ref="legation",
        licenses=[LicenseExpression("Apache-2.0")], purl=PackageURL("pypi", None, "legation", version),
    )  # fmt: skip
    bom.metadata.component = own
    parts = _parts()
    for part in parts.values():
        bom.components.add(part)
    asked, below = _dependencies(parts)
    bom.register_dependency(own, [*asked, *(part for part in parts.values() if _is_npm(part))])
    for name, needed in below.items():
        bom.register_dependency(parts[name], needed)
    bom.serial_number = uuid.uuid5(_NAMESPACE, _written(bom, uuid.UUID(int=0)))
    return _written(bom, bom.serial_number)


def _written(bom: Bom, serial: uuid.UUID) -> str:
    bom.serial_number = serial
    told = json.loads(JsonV1Dot6(bom).output_as_string())
    return json.dumps(told, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _parts() -> dict[str, Component]:
    """Components by `name==version`; packages for development are no part of what is installed."""
    lock = {(one.name, one.version): one for one in locked.read_lock(locked.LOCK.read_text("utf-8"))}
    found = {}
    for one in licences.licensed(licences.load_rules()):
        if one.purpose == locked.FOR_WORK:
            continue
        for version in one.versions:
            pinned = lock.get((one.name, version))
            scope = ComponentScope.REQUIRED if one.purpose == locked.FOR_ALL else ComponentScope.OPTIONAL
            key = f"{one.name}=={version}"
            purl = PackageURL(one.source, None, one.name, version)
            found[key] = Component(
                name=one.name, version=version, type=ComponentType.LIBRARY, bom_ref=str(purl), purl=purl,
                scope=ComponentScope.OPTIONAL if pinned is not None and pinned.marker else scope,
                licenses=[LicenseExpression(one.licence)] if one.licence else [],
                external_references=[_files(purl, pinned.hashes)] if pinned else [],
            )  # fmt: skip
    return found


def _files(purl: PackageURL, hashes: Iterable[str]) -> ExternalReference:
    """The files that the package may be installed from: a release has one for each platform."""
    return ExternalReference(
        type=ExternalReferenceType.DISTRIBUTION,
        url=XsUri(str(purl)),
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=one) for one in hashes],
        comment="one hash for each file of the release that may be installed",
    )


def _dependencies(parts: dict[str, Component]) -> tuple[list[Component], dict[str, list[Component]]]:
    """What Legation asks for itself, and what each part asks for, by its key."""
    asked: list[Component] = []
    below: dict[str, list[Component]] = {key: [] for key in parts}
    keys: dict[str, list[str]] = {}
    for key in parts:
        keys.setdefault(key.partition("==")[0], []).append(key)
    for one in locked.read_lock(locked.LOCK.read_text("utf-8")):
        part = parts.get(f"{one.name}=={one.version}")
        if part is None:
            continue
        for parent in one.wanted_by:
            if parent.startswith("legation "):
                asked.append(part)
            for key in keys.get(parent, ()):
                below[key].append(part)
    return asked, below


def _is_npm(part: Component) -> bool:
    return part.purl is not None and part.purl.type == "npm"
