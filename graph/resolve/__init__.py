"""From mentions to entities: which thing does each name mean?"""
