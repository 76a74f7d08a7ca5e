createVagval({ canvas: document.getElementById('canvas') });
