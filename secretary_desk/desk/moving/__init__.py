"""更换电脑: one file out of the old computer, one file into the new one."""
